namespace DiscourseLens.Collecting;

/// <summary>How far a community was collected, day by day.</summary>
/// <param name="Source">The source.</param>
/// <param name="Community">The community; <c>all</c> for what covers every community of the source.</param>
/// <param name="From">First UTC day.</param>
/// <param name="Until">UTC day after the last.</param>
/// <param name="Days">Every day from the first to the last.</param>
/// <param name="Sources">The sources that can be asked for.</param>
/// <param name="Communities">The communities of this source that have windows of their own, and <c>all</c>.</param>
public sealed record CoverageCalendar(
    string Source, string Community, DateOnly From, DateOnly Until, IReadOnlyList<CoverageDay> Days,
    IReadOnlyList<string> Sources, IReadOnlyList<string> Communities);

/// <summary>A day of a community.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="State">
/// <c>complete</c>; else <c>failed</c> or <c>missing</c> where nothing of it was had, <c>truncated</c> where a source showed only a part,
/// <c>partial</c> where another part lacks; <c>not wanted</c> where no window holds it.
/// </param>
/// <param name="Covered">Covered part, 0 to 1: the mean over the kinds of post that are wanted.</param>
public sealed record CoverageDay(DateOnly Day, string State, double Covered);

/// <summary>A source or community of which the coverage ledger knows nothing.</summary>
/// <param name="message">Which, and what there is.</param>
public sealed class CoverageUnknownException(string message) : LensException(message);

/// <summary>Days that make no calendar.</summary>
/// <param name="message">Which, and what to ask for instead.</param>
public sealed class CoverageRangeException(string message) : LensException(message);
