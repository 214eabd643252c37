namespace DiscourseLens.Jobs;

/// <summary>What the jobs need to know of the settings.</summary>
/// <param name="InboxPath">The watched folder.</param>
/// <param name="ScanSeconds">Seconds between two looks into it, 1 to 3,600; <see cref="NoInbox"/> for a store that takes nothing in.</param>
public sealed record LensJobsOptions(string InboxPath, int ScanSeconds)
{
    /// <summary>The folder is neither made nor watched.</summary>
    public const int NoInbox = 0;

    /// <summary>The cron line of each source that is collected, in UTC.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}
