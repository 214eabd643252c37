using MathNet.Numerics.Distributions;

namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// Newey and West 1987, Econometrica 55: standard errors that allow for autocorrelation up to lag ceil(4 (T/100)^(2/9)),
/// with the factor T/(T - columns). Gaps between buckets are passed over.
/// </summary>
internal static class NeweyWest
{
    /// <summary>Standard error of each coefficient.</summary>
    public static double[] Errors(EventDesign design, IReadOnlyList<double> residuals)
    {
        var count = residuals.Count;
        var scores = design.X.MapIndexed((row, _, cell) => cell * residuals[row]);
        var sum = scores.TransposeThisAndMultiply(scores);
        var lags = (int)Math.Ceiling(4 * Math.Pow(count / 100.0, 2.0 / 9));
        for (var lag = 1; lag <= Math.Min(lags, count - 1); lag++)
        {
            var late = scores.SubMatrix(lag, count - lag, 0, scores.ColumnCount);
            var early = scores.SubMatrix(0, count - lag, 0, scores.ColumnCount);
            var product = late.TransposeThisAndMultiply(early);
            sum += (product + product.Transpose()) * (1 - lag / (lags + 1.0));
        }

        var variance = design.Inverse * sum * design.Inverse * (count / (double)(count - EventDesign.Columns));
        return variance.Diagonal().Select(value => Math.Sqrt(Math.Max(0, value))).ToArray();
    }

    /// <summary>Two-sided p-value of an effect; 1 where it has no error.</summary>
    public static double P(double effect, double error, int count) => error > 0
        ? 2 * StudentT.CDF(0, 1, count - EventDesign.Columns, -Math.Abs(effect / error))
        : 1;
}
