namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// Shifts of the mean by PELT (Killick, Fearnhead and Eckley 2012, JASA 107): the exact least cost of sum (y - mu)^2 / V
/// plus a penalty a shift. Exploratory.
/// </summary>
public static class ChangePoints
{
    /// <summary>Fewest points of a level.</summary>
    public const int FewestPoints = 4;

    /// <summary>Finds the shifts.</summary>
    /// <param name="points">The series, missing buckets left out.</param>
    /// <returns>The shifts in order of time; none where there are fewer than eight points.</returns>
    /// <exception cref="ArgumentException">A variance is not above zero.</exception>
    public static IReadOnlyList<ChangePoint> Find(IReadOnlyList<SeriesPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Any(point => !(point.Variance > 0)))
            throw new ArgumentException("Variances must be above zero.", nameof(points));
        var cost = new SegmentCost(points);
        var ends = points.Count < 2 * FewestPoints ? [] : Starts(cost, points.Count, Penalty(points));
        var edges = ends.Prepend(0).Append(points.Count).ToList();
        return ends.Select((start, at) => new ChangePoint(
            points[start].Time, cost.Mean(start, edges[at + 2]) - cost.Mean(edges[at], start))).ToList();
    }

    /// <summary>
    /// 2 log T, times (1 + rho)/(1 - rho), else noise that drifts passes for shifts; times the noise's variance where the
    /// variances given are too small.
    /// </summary>
    internal static double Penalty(IReadOnlyList<SeriesPoint> points)
    {
        var (rho, variance) = RobustNoise.Of(points);
        return 2 * Math.Log(points.Count) * (1 + rho) / (1 - rho) * Math.Max(1, variance);
    }

    /// <summary>First points of the levels after the first one.</summary>
    internal static List<int> Starts(SegmentCost cost, int count, double penalty)
    {
        var best = new double[count + 1];
        var last = new int[count + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        var open = new List<int>();
        for (var end = FewestPoints; end <= count; end++)
        {
            var start = end - FewestPoints;
            if (start == 0 || start >= FewestPoints)
                open.Add(start);
            foreach (var from in open)
            {
                var total = best[from] + cost.Of(from, end) + penalty;
                if (total < best[end])
                    (best[end], last[end]) = (total, from);
            }

            // A start that was beaten at a point where a level may begin by now stays beaten.
            open.RemoveAll(from => start - from >= FewestPoints && best[from] + cost.Of(from, start) > best[start]);
        }

        var starts = new List<int>();
        for (var at = last[count]; at > 0; at = last[at])
            starts.Add(at);
        starts.Reverse();
        return starts;
    }
}
