namespace DiscourseLens.Collecting.Archives;

/// <summary>Reddit's ids are counters in base 36.</summary>
internal static class Base36
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Format(long number)
    {
        Span<char> text = stackalloc char[13]; // 36^13 exceeds Int64
        var at = text.Length;
        do
        {
            text[--at] = Digits[(int)(number % 36)];
            number /= 36;
        }
        while (number > 0);
        return new string(text[at..]);
    }
}
