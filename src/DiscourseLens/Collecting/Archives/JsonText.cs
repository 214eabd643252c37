using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>A JSON string as a range of its line, decoded only when asked.</summary>
/// <param name="Start">Offset of the first byte after the opening quote.</param>
/// <param name="Length">Bytes between the quotes; -1 where the field is absent or not a string.</param>
internal readonly record struct JsonText(int Start, int Length)
{
    public static readonly JsonText Absent = new(0, -1);

    public bool IsPresent => Length >= 0;

    /// <summary>The raw bytes, still escaped.</summary>
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> line) => line.Slice(Start, Math.Max(0, Length));

    /// <summary>The decoded text without NUL; unpaired surrogates and invalid UTF-8 become U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> line)
    {
        var raw = Raw(line);
        if (!raw.Contains((byte)'\\') && !raw.Contains((byte)0))
            return Encoding.UTF8.GetString(raw);
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var text = buffer.AsSpan(0, Unescape(raw, buffer));
        Repair(text);
        var decoded = new string(text.Contains('\0') ? WithoutNul(text) : text);
        ArrayPool<char>.Shared.Return(buffer);
        return decoded;
    }

    // The framework's reader throws on unpaired surrogate escapes, which real dumps hold.
    private static int Unescape(ReadOnlySpan<byte> raw, Span<char> into)
    {
        var length = 0;
        while (raw.IndexOf((byte)'\\') is var at and >= 0)
        {
            length += Encoding.UTF8.GetChars(raw[..at], into[length..]);
            raw = raw[(at + 1)..];
            into[length++] = Escaped(raw, out var used);
            raw = raw[used..];
        }

        return length + Encoding.UTF8.GetChars(raw, into[length..]);
    }

    /// <summary>What the escape after a backslash stands for.</summary>
    private static char Escaped(ReadOnlySpan<byte> raw, out int used)
    {
        used = 1;
        if (raw[0] == (byte)'u' && Utf8Parser.TryParse(raw.Slice(1, 4), out int unit, out _, 'x'))
        {
            used = 5;
            return (char)unit;
        }

        return raw[0] switch
        {
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            var other => (char)other,
        };
    }

    private static void Repair(Span<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                text[i] = '\uFFFD';
        }
    }

    private static ReadOnlySpan<char> WithoutNul(Span<char> text)
    {
        var length = 0;
        foreach (var letter in text)
        {
            if (letter != '\0')
                text[length++] = letter;
        }

        return text[..length];
    }
}
