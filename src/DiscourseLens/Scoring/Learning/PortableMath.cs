namespace DiscourseLens.Scoring.Learning;

/// <summary>Exponential and logarithm from basic arithmetic alone: the same bits on every machine.</summary>
/// <remarks>The platform's own differ in the last bit between processors, and a model must be trained to the same bytes.</remarks>
internal static class PortableMath
{
    private const double Log2E = 1.4426950408889634, Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;
    private const double Largest = 700, Sqrt2 = 1.4142135623730951;
    private const int Bias = 1023, MantissaBits = 52, Terms = 13;

    /// <summary>e to the power of x; arguments beyond ±700 are clamped.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -Largest, Largest);
        var power = Math.Floor((x * Log2E) + 0.5);
        var rest = x - (power * Ln2High) - (power * Ln2Low);
        var sum = 1.0;
        for (var term = Terms; term > 0; term--)
            sum = 1 + (rest / term * sum);
        return sum * BitConverter.Int64BitsToDouble(((long)power + Bias) << MantissaBits);
    }

    /// <summary>The natural logarithm of a positive normal number.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var power = (int)(bits >> MantissaBits) - Bias;
        var mantissa = BitConverter.Int64BitsToDouble((bits & ((1L << MantissaBits) - 1)) | ((long)Bias << MantissaBits));
        if (mantissa > Sqrt2)
            (mantissa, power) = (mantissa / 2, power + 1);
        var ratio = (mantissa - 1) / (mantissa + 1);
        var square = ratio * ratio;
        var sum = 0.0;
        for (var odd = 23; odd > 0; odd -= 2)
            sum = (sum * square) + (1.0 / odd);
        return (power * Ln2High) + (power * Ln2Low) + (2 * ratio * sum);
    }

    /// <summary>Turns scores into probabilities, in place.</summary>
    public static void Softmax(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0.0;
        foreach (ref var score in scores)
            sum += score = Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }
}
