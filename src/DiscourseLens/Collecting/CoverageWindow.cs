namespace DiscourseLens.Collecting;

/// <summary>A stretch of time of which a source or file says how far it was collected.</summary>
/// <param name="FromMs">First UTC millisecond.</param>
/// <param name="UntilMs">UTC millisecond after the last.</param>
/// <param name="State">complete, partial, truncated, failed or missing.</param>
/// <param name="Fraction">Share of the window that counts as collected, 0 to 1.</param>
/// <param name="Reason">Why it is not complete; null when there is nothing to say.</param>
public sealed record CoverageWindow(long FromMs, long UntilMs, string State, double Fraction, string? Reason)
{
    /// <summary>Everything in the window was collected.</summary>
    public const string Complete = "complete";

    /// <summary>Nothing in the window was collected.</summary>
    public const string Missing = "missing";

    /// <summary>The states, best first: where windows of one kind overlap, the best stands.</summary>
    public static IReadOnlyList<string> States { get; } = [Complete, "partial", "truncated", "failed", Missing];

    /// <summary>A window known to be complete.</summary>
    public static CoverageWindow Whole(DateOnly from, DateOnly until) => new(Ms(from), Ms(until), Complete, 1, null);

    /// <summary>Midnight UTC of a day, in epoch milliseconds.</summary>
    public static long Ms(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Lays windows over others, one after the other: where they meet, the later one stands.</summary>
    public static IReadOnlyList<CoverageWindow> Overlay(IEnumerable<CoverageWindow> lower, IEnumerable<CoverageWindow> upper)
    {
        var windows = lower.ToList();
        foreach (var cover in upper)
            windows = [.. windows.SelectMany(window => window.Without(cover.FromMs, cover.UntilMs)), cover];
        return [.. windows.OrderBy(window => window.FromMs)];
    }

    private IEnumerable<CoverageWindow> Without(long from, long until)
    {
        if (until <= FromMs || from >= UntilMs)
            return [this];
        return new[] { this with { UntilMs = from }, this with { FromMs = until } }.Where(rest => rest.FromMs < rest.UntilMs);
    }
}
