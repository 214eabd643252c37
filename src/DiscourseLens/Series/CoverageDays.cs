namespace DiscourseLens.Series;

/// <summary>Covered part of each day of a source's range, for one kind of post or over all of them.</summary>
internal sealed class CoverageDays(long fromMs, int count)
{
    /// <summary>One whole.</summary>
    public const long Whole = 1_000_000;

    /// <summary>Parts per million of each day, 0 to <see cref="Whole"/>.</summary>
    public long[] Ppm { get; } = new long[count];

    /// <summary>Latest capture of the windows that cover each day.</summary>
    public long?[] Captured { get; } = new long?[count];

    /// <summary>The covered part of a kind's days, from its windows.</summary>
    public static CoverageDays Of(long fromMs, int count, IEnumerable<CoverageWindow> windows)
    {
        var days = new CoverageDays(fromMs, count);
        var covered = new double[count];
        foreach (var window in windows.Where(window => window.Fraction > 0))
        {
            for (var day = (int)((UtcDay.Floor(window.FromMs) - fromMs) / UtcDay.Length); day < count; day++)
            {
                var start = fromMs + day * UtcDay.Length;
                var overlap = Math.Min(window.UntilMs, start + UtcDay.Length) - Math.Max(window.FromMs, start);
                if (overlap <= 0)
                    break;
                covered[day] += overlap * window.Fraction;
                days.Captured[day] = Later(days.Captured[day], window.CapturedMs);
            }
        }

        for (var day = 0; day < count; day++)
            days.Ppm[day] = Parts(covered[day] / UtcDay.Length);
        return days;
    }

    /// <summary>The better of two on each day.</summary>
    public static CoverageDays Better(CoverageDays one, CoverageDays other) =>
        one.With(other, Math.Max);

    /// <summary>Adds another's parts, to be divided by <see cref="Mean"/>.</summary>
    public CoverageDays Plus(CoverageDays other) => With(other, (a, b) => a + b);

    /// <summary>As if added to nothing that many times.</summary>
    public CoverageDays Times(int times)
    {
        var many = new CoverageDays(fromMs, count);
        for (var day = 0; day < count; day++)
            (many.Ppm[day], many.Captured[day]) = (Ppm[day] * times, times == 0 ? null : Captured[day]);
        return many;
    }

    /// <summary>Divides a sum of parts; what is covered at all stays above zero, what is not whole below one.</summary>
    public CoverageDays Mean(int parts)
    {
        for (var day = 0; day < count; day++)
            Ppm[day] = Ppm[day] == 0 ? 0 : Math.Max(1, Ppm[day] / parts);
        return this;
    }

    /// <summary>Runs of equal days, uncovered ones left out, in order.</summary>
    public IEnumerable<SpanRun> Runs(long? communityId)
    {
        for (int start = 0, end; start < count; start = end)
        {
            for (end = start + 1; end < count && Ppm[end] == Ppm[start] && Captured[end] == Captured[start];)
                end++;
            if (Ppm[start] > 0)
                yield return new(communityId, Ms(start), Ms(end), Ppm[start], Captured[start]);
        }
    }

    private CoverageDays With(CoverageDays other, Func<long, long, long> join)
    {
        var both = new CoverageDays(fromMs, count);
        for (var day = 0; day < count; day++)
        {
            both.Ppm[day] = join(Ppm[day], other.Ppm[day]);
            both.Captured[day] = Later(Captured[day], other.Captured[day]);
        }

        return both;
    }

    private long Ms(int day) => fromMs + day * UtcDay.Length;

    private static long? Later(long? one, long? other) => one is null || other > one ? other : one;

    private static long Parts(double part) => part switch
    {
        <= 0 => 0,
        >= 1 => Whole,
        _ => Math.Clamp((long)Math.Round(part * Whole), 1, Whole - 1),
    };
}
