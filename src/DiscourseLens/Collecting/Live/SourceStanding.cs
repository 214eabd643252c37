using DiscourseLens.Collecting.Revisiting;

namespace DiscourseLens.Collecting.Live;

/// <summary>How a source's collection stands. It names no post and no author.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="Origin">Whose ids its posts carry.</param>
/// <param name="State">State of its work in the ledger; null where it was never asked for.</param>
/// <param name="Updated">When that last changed: for work that is done, when it ended.</param>
/// <param name="NotBefore">When the source may be asked again; null where nothing holds it.</param>
/// <param name="Why">Why it waits, failed or is stopped; null where there is nothing to say.</param>
/// <param name="IsStopped">Whether it refused us, so that it is not asked before a person acts.</param>
/// <param name="Places">Its places, in the order of their names.</param>
/// <param name="Revisits">How far its posts were looked at again.</param>
/// <param name="EarlyRun">When it should run before its schedule, since a listing fills up; null where nothing presses.</param>
public sealed record SourceStanding(
    string Name, string Kind, string Origin, string? State, DateTimeOffset? Updated, DateTimeOffset? NotBefore, string? Why, bool IsStopped,
    IReadOnlyList<PlaceStanding> Places, RevisitStatus Revisits, DateTimeOffset? EarlyRun);

/// <summary>How a place's collection stands.</summary>
/// <param name="Name">The place.</param>
/// <param name="Community">The community that its windows cover; null where it covers none.</param>
/// <param name="CollectedUntil">Everything before it is settled.</param>
/// <param name="IsUnderWay">Whether a window is being read.</param>
/// <param name="Worked">When it was last worked on; null before the first time.</param>
/// <param name="Unavailable">Why it cannot be read; null where it can.</param>
/// <param name="Retry">When it is tried again; null where it can be read.</param>
/// <param name="Last">The last window that was read to its end; null before the first.</param>
/// <param name="Week">The last seven days together.</param>
public sealed record PlaceStanding(
    string Name, string? Community, DateTimeOffset CollectedUntil, bool IsUnderWay, DateTimeOffset? Worked, string? Unavailable, DateTimeOffset? Retry,
    WindowStanding? Last, WeekStanding Week)
{
    /// <summary>Posts an hour that it brings at most; null where its listing does not end.</summary>
    public double? Hourly { get; init; }

    /// <summary>Entries that its listing is sure to show; null likewise.</summary>
    public long? Capacity { get; init; }

    /// <summary>The alarm over its volume that lasts; null where its volume is as usual.</summary>
    public AlarmStanding? Alarm { get; init; }
}

/// <summary>An alarm that lasts.</summary>
/// <param name="Direction">low or high.</param>
/// <param name="Since">The first unusual day.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="Usual">Posts of a usual day.</param>
public sealed record AlarmStanding(string Direction, DateOnly Since, long Posts, double Usual);

/// <summary>A settled window over all kinds of post of its place.</summary>
/// <param name="Start">Its begin.</param>
/// <param name="End">Its end, exclusive.</param>
/// <param name="State">The worst state of its kinds.</param>
/// <param name="Expected">Posts that were there, counted or estimated; null where nobody can tell.</param>
/// <param name="Fetched">Posts that were had.</param>
/// <param name="Rejected">Posts that could not be read.</param>
/// <param name="Reason">Why it is not complete; null where it is.</param>
public sealed record WindowStanding(
    DateTimeOffset Start, DateTimeOffset End, string State, long? Expected, long Fetched, long Rejected, string? Reason);

/// <summary>Seven days of a place.</summary>
/// <param name="Fetched">Posts that were had.</param>
/// <param name="Rejected">Posts that could not be read.</param>
/// <param name="Truncated">Posts that overflowed what the source shows, as far as windows say how many.</param>
/// <param name="TruncatedHours">Hours, of any of its kinds, of truncated windows.</param>
/// <param name="MissingHours">The same of windows that are missing or failed.</param>
public sealed record WeekStanding(long Fetched, long Rejected, long Truncated, double TruncatedHours, double MissingHours)
{
    /// <summary>A week without windows.</summary>
    public static WeekStanding None { get; } = new(0, 0, 0, 0, 0);
}
