using System.Globalization;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// What a character beyond ASCII means to the tokeniser: space, capital, small letter, emoji. Immutable.
/// </summary>
/// <remarks>
/// .NET's <see cref="char.IsUpper(char)"/> knows category Lu only; Python's <c>isupper()</c> goes by the derived
/// properties, which also hold circled letters, roman numerals and modifier letters.
/// </remarks>
internal sealed class UnicodeTable
{
    /// <summary>The only character beyond ASCII whose lower case is ASCII: U+212A, a "k" to the lexicon.</summary>
    public const int KelvinSign = 0x212A;

    const int PageSize = 256;
    const ushort Space = 1;
    const ushort Upper = 2;
    const ushort Lower = 3;
    const ushort FirstEmoji = 4;

    // Page 0 stays empty and stands for every page without an entry.
    readonly byte[] _pageOf = new byte[0x110000 / PageSize];
    readonly List<ushort[]> _pages = [new ushort[PageSize]];
    readonly List<byte[]> _emojiNames = [];

    /// <param name="ranges">First and last code point (hexadecimal), and upper, lower or space.</param>
    /// <param name="emoji">Code point (hexadecimal) and name; it is replaced before its case could matter.</param>
    public UnicodeTable(IEnumerable<string[]> ranges, IEnumerable<string[]> emoji)
    {
        foreach (var range in ranges)
            for (int c = CodePoint(range[0]), last = CodePoint(range[1]); c <= last; c++)
                Set(c, range[2] switch { "upper" => Upper, "lower" => Lower, _ => Space });
        foreach (var line in emoji)
        {
            Set(CodePoint(line[0]), (ushort)(FirstEmoji + _emojiNames.Count));
            _emojiNames.Add(Encoding.UTF8.GetBytes(line[1]));
        }
    }

    /// <summary>Whether Python's <c>str.split()</c> breaks at this character, which must lie beyond ASCII.</summary>
    public bool IsSpace(Rune character) => Meaning(character) == Space;

    /// <summary>The words that stand for this emoji in UTF-8; empty for any other character.</summary>
    public ReadOnlySpan<byte> EmojiName(Rune character)
    {
        var meaning = Meaning(character);
        return meaning >= FirstEmoji ? _emojiNames[meaning - FirstEmoji] : default;
    }

    /// <summary>
    /// Python's <c>str.isupper()</c>: at least one capital, no small letter and no title-case letter.
    /// </summary>
    public bool IsUpper(ReadOnlySpan<byte> utf8)
    {
        var hasCapital = false;
        while (!utf8.IsEmpty)
        {
            Rune.DecodeFromUtf8(utf8, out var character, out var length);
            utf8 = utf8[length..];
            var meaning = character.IsAscii ? AsciiCase(character.Value) : Meaning(character);
            if (meaning == Lower)
                return false;
            hasCapital |= meaning == Upper;
        }
        return hasCapital;
    }

    static ushort AsciiCase(int character) =>
        char.IsAsciiLetterUpper((char)character) ? Upper : char.IsAsciiLetterLower((char)character) ? Lower : (ushort)0;

    ushort Meaning(Rune character) => _pages[_pageOf[character.Value / PageSize]][character.Value % PageSize];

    void Set(int codePoint, ushort meaning)
    {
        ref var page = ref _pageOf[codePoint / PageSize];
        if (page == 0)
        {
            page = checked((byte)_pages.Count);
            _pages.Add(new ushort[PageSize]);
        }
        _pages[page][codePoint % PageSize] = meaning;
    }

    static int CodePoint(string hexadecimal) =>
        int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
