namespace DiscourseLens.Collecting;

/// <summary>Lays windows over days.</summary>
internal static class CalendarDays
{
    private const long DayMs = Archives.FileTally.DayMs;
    private const double Whole = 1 - 1e-9; // sums of fractions of a day

    /// <summary>The days of [from, until) under windows of one community and of all communities.</summary>
    public static IReadOnlyList<CoverageDay> Make(IReadOnlyList<CalendarWindow> windows, DateOnly from, DateOnly until)
    {
        var (first, count) = (CoverageWindow.Ms(from), until.DayNumber - from.DayNumber);
        var kinds = windows.Select(window => window.Kind).Distinct().ToList();
        var covered = new double[count];
        var touched = new HashSet<string>[count];
        foreach (var kind in kinds)
        {
            // As the roll-up has it: of a community's own windows and those of all communities the better counts.
            var own = Parts(windows.Where(window => window.Kind == kind && window.IsOwn), first, touched);
            var everywhere = Parts(windows.Where(window => window.Kind == kind && !window.IsOwn), first, touched);
            for (var day = 0; day < count; day++)
                covered[day] += Math.Max(own[day], everywhere[day]) / kinds.Count;
        }

        return [.. Enumerable.Range(0, count).Select(day => new CoverageDay(
            from.AddDays(day), StateOf(covered[day], touched[day]), Math.Min(1, covered[day])))];
    }

    private static double[] Parts(IEnumerable<CalendarWindow> windows, long first, HashSet<string>[] touched)
    {
        var parts = new double[touched.Length];
        foreach (var window in windows)
        {
            var last = Math.Min(touched.Length - 1, (window.UntilMs - 1 - first) / DayMs);
            for (var day = Math.Max(0, (window.FromMs - first) / DayMs); day <= last; day++)
            {
                var start = first + (day * DayMs);
                var overlap = Math.Min(window.UntilMs, start + DayMs) - Math.Max(window.FromMs, start);
                if (overlap <= 0)
                    continue;
                parts[day] += overlap * window.Fraction / DayMs;
                (touched[day] ??= []).Add(window.State);
            }
        }

        return parts;
    }

    private static string StateOf(double covered, HashSet<string>? touched)
    {
        if (touched is null)
            return "not wanted";
        if (covered >= Whole)
            return CoverageWindow.Complete;
        if (touched.Contains("truncated"))
            return "truncated";
        return covered > 0 ? "partial" : touched.Contains("failed") ? "failed" : CoverageWindow.Missing;
    }
}

/// <summary>A window of the ledger as a calendar needs it.</summary>
internal sealed record CalendarWindow
{
    public string Kind { get; init; } = "";

    /// <summary>Whether it is of this community alone, not of all.</summary>
    public bool IsOwn { get; init; }
    public long FromMs { get; init; }
    public long UntilMs { get; init; }
    public string State { get; init; } = "";
    public double Fraction { get; init; }
}
