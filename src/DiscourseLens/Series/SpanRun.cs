namespace DiscourseLens.Series;

/// <summary>A run of days that are covered alike and were last looked at at the same time.</summary>
/// <param name="CommunityId">Whose days; null for every community without windows of its own, 0 for the union.</param>
/// <param name="FromDayMs">First day.</param>
/// <param name="UntilDayMs">Day after the last.</param>
/// <param name="CoveragePpm">Covered part, 1 to 1,000,000 parts per million.</param>
/// <param name="CapturedMs">Latest capture of the windows that cover a day, where known.</param>
internal readonly record struct SpanRun(
    long? CommunityId, long FromDayMs, long UntilDayMs, long CoveragePpm, long? CapturedMs);
