namespace DiscourseLens.Collecting;

/// <summary>The half-open stretch <c>[FromMs, UntilMs)</c> of a place that is to be read, and how far an earlier run came.</summary>
/// <param name="FromMs">First UTC millisecond.</param>
/// <param name="UntilMs">UTC millisecond after the last.</param>
/// <param name="OverlapMs">Where to begin reading, at or before <paramref name="FromMs"/>, for posts that came late.</param>
/// <param name="Cursor">The cursor of the last page of this very window that was stored; null to begin.</param>
/// <param name="Memory">what the place's last stored page wanted remembered, over windows; null the first time.</param>
public sealed record FetchWindow(long FromMs, long UntilMs, long OverlapMs, string? Cursor, string? Memory);
