namespace DiscourseLens.Collecting.Live;

/// <summary>How far before its start a window is read again.</summary>
/// <param name="FromMs">Where reading begins.</param>
/// <param name="IsDeep">Whether it is the daily overlap.</param>
/// <param name="IsWide">Whether it is the weekly one.</param>
internal readonly record struct LiveOverlap(long FromMs, bool IsDeep, bool IsWide)
{
    private static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    /// <summary>The overlap that is due of a place.</summary>
    /// <param name="row">The place, whose next window begins at its mark.</param>
    /// <param name="place">Says how far.</param>
    /// <param name="firstMs">Where the place was first collected; null before the first window.</param>
    /// <param name="nowMs">Now.</param>
    public static LiveOverlap Of(LivePlaceRow row, SourcePlace place, long? firstMs, long nowMs)
    {
        var isDeep = row.DeepMs is null || nowMs - row.DeepMs >= TimeSpan.FromDays(1).TotalMilliseconds;
        var from = row.NextMs - (long)(isDeep ? place.DeepLookback : place.Lookback).TotalMilliseconds;
        if (place.WideLookback is not { } wide || firstMs is null || row.WideMs is not { } last || nowMs - last < s_week.TotalMilliseconds)
            return new(from, isDeep, false);
        return new(Math.Min(from, Math.Max(firstMs.Value, row.NextMs - (long)wide.TotalMilliseconds)), true, true);
    }
}
