using DiscourseLens.Trends;

namespace DiscourseLens.Web.Api;

/// <summary>How collections stand: no text, no author, no small count.</summary>
/// <param name="AsOf">When it was read.</param>
/// <param name="Sources">Sources that are collected or were, in the order of their names.</param>
internal sealed record RunsAnswer(DateTimeOffset AsOf, IReadOnlyList<RunSource> Sources);

/// <summary>A source.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="Enabled">Whether it is collected.</param>
/// <param name="State"><c>never collected</c>, <c>at rest</c>, <c>running</c>, <c>due</c>, <c>waiting</c>, <c>failed</c>, <c>stopped</c> or <c>called off</c>.</param>
/// <param name="Changed">When that last changed.</param>
/// <param name="NextRun">When it runs next: by its schedule, or before where a listing fills up; null where it is not collected.</param>
/// <param name="RunsEarly">Whether it then runs before its schedule.</param>
/// <param name="NotBefore">When it may be asked again; null where nothing holds it.</param>
/// <param name="Why">Why it waits, failed or stopped; null where there is nothing to say.</param>
/// <param name="RequestsLeft">Requests left in its window as its host last said.</param>
/// <param name="Posts">Posts of it in the store.</param>
/// <param name="Unchecked">Those never looked at again.</param>
/// <param name="OldestLookDays">For how many days the post that waited longest was not looked at again.</param>
/// <param name="Places">Its places.</param>
internal sealed record RunSource(
    string Name, string Kind, bool Enabled, string State, DateTimeOffset? Changed, DateTimeOffset? NextRun, bool RunsEarly, DateTimeOffset? NotBefore, string? Why,
    double? RequestsLeft, ShownCount Posts, ShownCount Unchecked, double? OldestLookDays, IReadOnlyList<RunPlace> Places);

/// <summary>
/// A place; see <see cref="Collecting.Live.PlaceStanding"/>. <c>Overflows</c>: before the next run more come than its listing is sure
/// to show.
/// </summary>
internal sealed record RunPlace(
    string Name, string? Community, DateTimeOffset CollectedUntil, bool UnderWay, string? Unavailable, DateTimeOffset? Retry, RunWindow? Last,
    ShownCount WeekFetched, long WeekTruncated, double WeekTruncatedHours, double WeekMissingHours, double? Hourly, double? FullAfterHours, bool Overflows, RunAlarm? Alarm);

/// <summary>A place brings unusually few or many posts.</summary>
/// <param name="Direction">low or high.</param>
/// <param name="Since">The first unusual day.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="Usual">Posts of a usual day, rounded.</param>
internal sealed record RunAlarm(string Direction, DateOnly Since, ShownCount Posts, ShownCount Usual);

/// <summary>The last window of a place.</summary>
internal sealed record RunWindow(
    DateTimeOffset Start, DateTimeOffset End, string State, ShownCount? Expected, ShownCount Fetched, long Rejected, string? Reason);
