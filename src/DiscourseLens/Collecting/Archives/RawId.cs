using System.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>An id as a range of its line: a string, with or without its type prefix, or the base-10 form of one.</summary>
/// <param name="Text">The string between its quotes, or the digits.</param>
/// <param name="IsNumber">Whether it is a number, to be read as base 10.</param>
internal readonly record struct RawId(JsonText Text, bool IsNumber)
{
    public static readonly RawId Absent = new(JsonText.Absent, false);

    public bool IsPresent => Text.Length > 0;

    /// <summary>Whether the id carries its type, as <c>t1_</c> or <c>t3_</c>.</summary>
    public bool IsFullName(ReadOnlySpan<byte> line) => IsPresent && !IsNumber && HasPrefix(Text.Raw(line));

    /// <summary>The full name; <paramref name="prefix"/> is the type where the line does not say it. Null when absent.</summary>
    public string? FullName(ReadOnlySpan<byte> line, string prefix)
    {
        if (!IsPresent)
            return null;
        if (IsNumber)
            return prefix + Base36.Format(NumberIn(line));
        var raw = Text.Raw(line);
        var id = Encoding.UTF8.GetString(raw);
        return HasPrefix(raw) ? id : prefix + id;
    }

    /// <summary>The id without its type, as <see cref="Base36.KeyOf"/> sees it; null when absent.</summary>
    public long? Key(ReadOnlySpan<byte> line)
    {
        if (!IsPresent)
            return null;
        return IsNumber ? NumberIn(line) : KeyOf(Text.Raw(line));
    }

    /// <summary>The key of an id or full name.</summary>
    public static long KeyOf(ReadOnlySpan<byte> id) => Base36.KeyOf(HasPrefix(id) ? id[3..] : id);

    private static bool HasPrefix(ReadOnlySpan<byte> id) => id.Length > 3 && id[0] == (byte)'t' && id[2] == (byte)'_';

    private long NumberIn(ReadOnlySpan<byte> line) => JsonNumber.ToInt64(Text.Raw(line)) ?? 0; // checked where it was read
}
