using System.Globalization;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// Brings a text into the form the token scan reads: emoji replaced by their names, Unicode white space by line feeds, and
/// the Kelvin sign, the one non-ASCII character whose lower case is ASCII, by K.
/// </summary>
internal sealed class EmojiExpander
{
    private const int KelvinSign = 0x212A;
    private readonly Dictionary<int, byte[]> _names;

    /// <summary>Reads the lines of emoji_names.tsv.</summary>
    public EmojiExpander(IEnumerable<string> lines)
    {
        _names = lines.Select(line => line.Split('\t')).ToDictionary(
            cells => int.Parse(cells[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            cells => Encoding.UTF8.GetBytes(cells[1]));
        MaxGrowth = 2 + _names.Max(name => name.Value.Length / Encoding.UTF8.GetByteCount(char.ConvertFromUtf32(name.Key)));
    }

    /// <summary>No text grows by more than this factor.</summary>
    public int MaxGrowth { get; }

    /// <summary>Writes the expanded text; returns its length.</summary>
    public int Expand(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var written = 0;
        var afterSpace = true;
        while (text.Length > 0)
        {
            var ascii = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            var run = ascii < 0 ? text.Length : ascii;
            if (run > 0)
            {
                text[..run].CopyTo(into[written..]);
                written += run;
                afterSpace = text[run - 1] == (byte)' ';
                text = text[run..];
                continue;
            }

            Rune.DecodeFromUtf8(text, out var rune, out var length);
            written += Replace(rune.Value, text[..length], afterSpace, into[written..]);
            afterSpace = false;
            text = text[length..];
        }

        return written;
    }

    // As the reference does it: a space before a name unless one is there, none after it.
    private int Replace(int codePoint, ReadOnlySpan<byte> original, bool afterSpace, Span<byte> into)
    {
        if (_names.TryGetValue(codePoint, out var name))
        {
            var gap = afterSpace ? 0 : 1;
            into[0] = (byte)' ';
            name.CopyTo(into[gap..]);
            return gap + name.Length;
        }

        if (IsPythonSpace(codePoint) || codePoint == KelvinSign)
        {
            into[0] = codePoint == KelvinSign ? (byte)'K' : (byte)'\n';
            return 1;
        }

        original.CopyTo(into);
        return original.Length;
    }

    private static bool IsPythonSpace(int codePoint) => codePoint is 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A)
        or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;
}
