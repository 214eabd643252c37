namespace DiscourseLens.Collecting.Archives;

/// <summary>Reddit's ids are counters in base 36.</summary>
internal static class Base36
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int LongestExact = 12; // 36^12 fits Int64, 36^13 does not

    /// <summary>A number that is not negative, as the id it stands for.</summary>
    public static string Format(long number)
    {
        Span<char> text = stackalloc char[13];
        var at = text.Length;
        do
        {
            text[--at] = Digits[(int)(number % 36)];
            number /= 36;
        }
        while (number > 0);

        return new string(text[at..]);
    }

    /// <summary>An id as a number to look it up by: its counter, or a negative hash where it is none.</summary>
    public static long KeyOf(ReadOnlySpan<byte> id)
    {
        if (id.Length is 0 or > LongestExact || (id[0] == (byte)'0' && id.Length > 1))
            return Hash(id);
        var key = 0L;
        foreach (var letter in id)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
                key = (key * 36) + letter - '0';
            else if (letter is >= (byte)'a' and <= (byte)'z')
                key = (key * 36) + letter - 'a' + 10;
            else
                return Hash(id);
        }

        return key;
    }

    // FNV-1a, with the sign bit set so that it never meets a counter.
    private static long Hash(ReadOnlySpan<byte> id)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in id)
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        return unchecked((long)(hash | (1UL << 63)));
    }
}
