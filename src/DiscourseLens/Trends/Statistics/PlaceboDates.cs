using MathNet.Numerics.LinearAlgebra;

namespace DiscourseLens.Trends.Statistics;

/// <summary>Steps at dates where nothing is claimed to have happened, to compare an event's step with.</summary>
internal static class PlaceboDates
{
    private const int Beside = 2; // a step at the event shows at its neighbours too

    /// <summary>
    /// The step over its standard error, without sign, at the event and at every admissible bucket but the event's two neighbours on either side.
    /// Weights, autocorrelation and scale are the event's for all of them: near the ends steps are known badly, and raw ones would rank high.
    /// </summary>
    public static (double Event, IReadOnlyList<double> Others) Ratios(AutocorrelatedFit fit, double rho, double[] standardised)
    {
        var design = fit.Design;
        var (errors, values) = (fit.Errors(rho), Vector<double>.Build.Dense(standardised));
        return (Ratio(design), design.Times
            .Where(time => Math.Abs(time - design.EventTime) > Beside && EventDesign.Admits(design.Times, time))
            .Select(time => Ratio(new(design.Times, design.Deviations, time))).ToList());

        double Ratio(EventDesign at)
        {
            var row = at.Solver.Row(EventDesign.Step);
            return Math.Abs(row * values) / Math.Sqrt(row * (errors * row));
        }
    }

    /// <summary>The rank of the event's ratio among all, 1/(dates + 1) for the largest.</summary>
    public static double Rank((double Event, IReadOnlyList<double> Others) ratios) =>
        (1.0 + ratios.Others.Count(other => other >= ratios.Event)) / (ratios.Others.Count + 1);
}
