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
        var text = raw.Contains((byte)'\\') ? Unescape(raw) : Encoding.UTF8.GetString(raw);
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
    }

    // The framework's reader throws on unpaired surrogate escapes, which real dumps hold.
    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var builder = new StringBuilder(raw.Length);
        while (raw.IndexOf((byte)'\\') is var at and >= 0)
        {
            builder.Append(Encoding.UTF8.GetString(raw[..at]));
            raw = raw[(at + 1)..];
            raw = raw[Escape(raw, builder)..];
        }

        builder.Append(Encoding.UTF8.GetString(raw));
        return Repair(builder);
    }

    /// <summary>Appends what the escape after a backslash stands for; returns its length.</summary>
    private static int Escape(ReadOnlySpan<byte> raw, StringBuilder builder)
    {
        if (raw[0] == (byte)'u' && Utf8Parser.TryParse(raw.Slice(1, 4), out int unit, out _, 'x'))
        {
            builder.Append((char)unit);
            return 5;
        }

        builder.Append(raw[0] switch
        {
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            var other => (char)other,
        });
        return 1;
    }

    private static string Repair(StringBuilder builder)
    {
        for (var i = 0; i < builder.Length; i++)
        {
            if (!char.IsSurrogate(builder[i]))
                continue;
            if (char.IsHighSurrogate(builder[i]) && i + 1 < builder.Length && char.IsLowSurrogate(builder[i + 1]))
                i++;
            else
                builder[i] = '\uFFFD';
        }

        return builder.ToString();
    }
}
