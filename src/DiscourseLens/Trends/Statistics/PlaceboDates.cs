namespace DiscourseLens.Trends.Statistics;

/// <summary>Steps at dates where nothing is claimed to have happened, to compare an event's step with.</summary>
internal static class PlaceboDates
{
    private const int Beside = 2; // a step at the event shows at its neighbours too

    /// <summary>The step at every admissible bucket but the event's own and its two neighbours on either side.</summary>
    public static IReadOnlyList<double> Steps(IReadOnlyList<SeriesPoint> points, int eventTime)
    {
        var times = points.Select(point => point.Time).ToList();
        var deviations = points.Select(point => Math.Sqrt(point.Variance)).ToList();
        var standardised = points.Select((point, at) => point.Value / deviations[at]).ToArray();
        return times.Where(time => Math.Abs(time - eventTime) > Beside && EventDesign.Admits(times, time))
            .Select(time => Step(new(times, deviations, time), standardised)).ToList();
    }

    private static double Step(EventDesign design, double[] standardised) =>
        standardised.Select((value, at) => design.Solver[EventDesign.Step, at] * value).Sum();
}
