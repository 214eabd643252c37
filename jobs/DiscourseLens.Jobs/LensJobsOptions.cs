namespace DiscourseLens.Jobs;

/// <summary>What the jobs need to know of the settings.</summary>
/// <param name="InboxPath">The watched folder.</param>
/// <param name="ScanSeconds">Seconds between two looks into it, 1 to 3,600.</param>
public sealed record LensJobsOptions(string InboxPath, int ScanSeconds);
