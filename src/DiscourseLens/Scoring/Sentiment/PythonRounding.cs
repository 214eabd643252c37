namespace DiscourseLens.Scoring.Sentiment;

/// <summary>CPython's <c>round(x, digits)</c>: the nearest decimal to the exact binary value, ties to even.</summary>
internal static class PythonRounding
{
    /// <summary>Rounds to a power of ten, given as 1000 or 10000.</summary>
    /// <remarks><c>Math.Round(x, 3)</c> differs in the last digit: it scales first and rounds the scaled, inexact number.</remarks>
    public static double Round(double value, double scale)
    {
        var size = Math.Abs(value);
        var scaled = size * scale;
        var lost = Math.FusedMultiplyAdd(size, scale, -scaled);
        var whole = Math.Floor(scaled);
        var overHalf = scaled - whole - 0.5 + lost;
        if (overHalf > 0 || (overHalf == 0 && whole % 2 != 0))
            whole++;
        return Math.CopySign(whole / scale, value);
    }
}
