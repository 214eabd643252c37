namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// Python's <c>round(x, digits)</c>: to the nearest by the exact decimal value, a tie to the even digit.
/// </summary>
/// <remarks>
/// <see cref="Math.Round(double, int)"/> multiplies first and rounds the product, which differs in the last digit
/// wherever the product itself was rounded onto or off a half.
/// </remarks>
internal static class PythonRounding
{
    public static double ToThreeDigits(double value) => Round(value, 1000);

    public static double ToFourDigits(double value) => Round(value, 10000);

    static double Round(double value, double scale)
    {
        var size = Math.Abs(value);
        var scaled = size * scale;
        // What the product lost by rounding: scaled + lost is the exact product.
        var lost = Math.FusedMultiplyAdd(size, scale, -scaled);
        var whole = Math.Floor(scaled);
        var pastHalf = scaled - whole - 0.5 + lost;
        if (pastHalf > 0 || (pastHalf == 0 && whole % 2 == 1))
            whole++;
        return Math.CopySign(whole / scale, value);
    }
}
