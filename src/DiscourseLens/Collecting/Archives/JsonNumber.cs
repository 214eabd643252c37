using System.Buffers.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Whole numbers as archives write them: <c>12</c>, <c>12.0</c>, <c>1.2e1</c>, in quotes or not.</summary>
internal static class JsonNumber
{
    private const double Largest = 1e15; // beyond it a double no longer holds every whole number

    /// <summary>The number, its fraction cut off; null when it is none or too large.</summary>
    public static long? ToInt64(ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out long whole, out var used) && used == text.Length)
            return whole;
        return Utf8Parser.TryParse(text, out double real, out used) && used == text.Length && Math.Abs(real) < Largest
            ? (long)real
            : null;
    }
}
