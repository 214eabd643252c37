namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// Fits of series in which nothing happened: noise of unit variance on a design's buckets, drifting as far as the design says. Neither ratio depends on
/// level, trend or scale of the series, so such noise stands for every fitted series without an event.
/// </summary>
internal static class NullSeries
{
    /// <summary>As many fits as asked for.</summary>
    public static IEnumerable<FittedEvent> Fits(AutocorrelatedFit fit, double rho, int draws, Random random)
    {
        var noise = new double[fit.Design.Times.Count];
        for (var draw = 0; draw < draws; draw++)
        {
            Fill(noise, fit.Design.Times, rho, random);
            AddOwn(noise, fit.Design.Drift, random);
            yield return fit.Of(noise);
        }
    }

    /// <summary>Fills a stationary AR(1) series of unit variance.</summary>
    public static void Fill(double[] noise, IReadOnlyList<int> times, double rho, Random random)
    {
        for (var at = 0; at < noise.Length; at++)
        {
            var keep = at == 0 ? 0 : Math.Pow(rho, times[at] - times[at - 1]);
            noise[at] = (at == 0 ? 0 : keep * noise[at - 1]) + Math.Sqrt(1 - keep * keep) * Normal(random);
        }
    }

    // What each point has by itself comes on top of what drifts.
    private static void AddOwn(double[] noise, IReadOnlyList<double> drift, Random random)
    {
        for (var at = 0; at < noise.Length; at++)
        {
            if (drift[at] < 1)
                noise[at] = drift[at] * noise[at] + Math.Sqrt(1 - drift[at] * drift[at]) * Normal(random);
        }
    }

    // Box and Muller 1958; one of the pair is let go, to keep the draws a function of the seed alone.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
