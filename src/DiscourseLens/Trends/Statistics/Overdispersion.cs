namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// How much a series moves beyond what the variances of its points explain: tau^2 by the method of moments for a
/// regression (DerSimonian and Kacker 2007, Contemporary Clinical Trials 28).
/// </summary>
internal static class Overdispersion
{
    /// <summary>tau^2, 0 or more.</summary>
    public static double Of(IReadOnlyList<SeriesPoint> points, int eventTime)
    {
        var times = points.Select(point => point.Time).ToList();
        var deviations = points.Select(point => Math.Sqrt(point.Variance)).ToList();
        var design = new EventDesign(times, deviations, eventTime);
        var standardised = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(
            points.Select((point, at) => point.Value / deviations[at]).ToArray());
        var residuals = standardised - design.X * (design.Solver * standardised);
        // X carries 1/sd already, so X'WX of the weights squared is one more division by the variance.
        var twice = design.X.MapIndexed((row, _, cell) => cell / deviations[row]);
        var weights = points.Sum(point => 1 / point.Variance);
        var spent = (design.Inverse * twice.TransposeThisAndMultiply(twice)).Trace();
        return Math.Max(0, (residuals * residuals - (points.Count - EventDesign.Columns)) / (weights - spent));
    }
}
