using System.Text.RegularExpressions;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Series;
using DiscourseLens.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/api/runs</c>: how every source and place stands.</summary>
internal static partial class RunsEndpoint
{
    public static void MapRuns(this IEndpointRouteBuilder routes) => routes.MapGet("/api/runs", ReadAsync)
        .Describe("Collection", "How collecting stands", "Each source and place: last run, next run, and why it waits.")
        .ProducesProblem(ProblemKind.TooManyRequests.Status).ProducesProblem(ProblemKind.UnreadableStore.Status);

    private static async Task<Ok<RunsAnswer>> ReadAsync(
        HttpContext context, StoreReading store, TimeProvider time, CancellationToken cancellationToken)
    {
        var planned = ((ICollectionPlan?)context.RequestServices.GetService(typeof(ICollectionPlan)))?.Sources ?? [];
        var answer = await store.ReadAsync(
            (database, options) => Answer(new StandingsReader(database, time).Read(), planned, options?.Suppression ?? new(), time.GetUtcNow()), cancellationToken);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(answer);
    }

    private static RunsAnswer Answer(
        IReadOnlyList<SourceStanding> standings, IReadOnlyList<PlannedSource> planned, SuppressionRule limits, DateTimeOffset now)
    {
        var plans = planned.ToDictionary(plan => plan.Name, StringComparer.Ordinal);
        var known = standings.Select(standing => Source(standing, plans.GetValueOrDefault(standing.Name), limits));
        var waiting = planned.Where(plan => standings.All(standing => standing.Name != plan.Name)).Select(plan => new RunSource(
            plan.Name, plan.Kind, true, "never collected", null, plan.NextRun, false, null, null, plan.RequestsLeft, new(0, false), new(0, false), null, []));
        return new(now, [.. known.Concat(waiting).OrderBy(source => source.Name, StringComparer.Ordinal)]);
    }

    private static RunSource Source(SourceStanding standing, PlannedSource? plan, SuppressionRule limits)
    {
        var isEarly = standing.EarlyRun < plan?.NextRun;
        var next = isEarly ? standing.EarlyRun : plan?.NextRun;
        return new(
            standing.Name, standing.Kind, plan is not null, State(standing), standing.Updated, next, isEarly, standing.NotBefore, Public(standing.Why),
            plan?.RequestsLeft, Shown(standing.Revisits.Posts, limits), Shown(standing.Revisits.Unchecked, limits), standing.Revisits.Oldest?.TotalDays,
            [.. standing.Places.Select(place => Place(place, next, limits))]);
    }

    private static string State(SourceStanding standing) => standing switch
    {
        { IsStopped: true } => "stopped",
        { NotBefore: not null } => "waiting",
        { State: "ready" } => "due",
        { State: "done" } => "at rest",
        { State: "cancelled" } => "called off",
        { State: { } state } => state,
        _ => "at rest", // collected by hand into a store that was copied since
    };

    private static RunPlace Place(PlaceStanding place, DateTimeOffset? next, SuppressionRule limits) => new(
        place.Name, place.Community, place.CollectedUntil, place.IsUnderWay, Public(place.Unavailable), place.Unavailable is null ? null : place.Retry,
        place.Last is { } last
            ? new(last.Start, last.End, last.State, last.Expected is { } expected ? Shown(expected, limits) : null, Shown(last.Fetched, limits), last.Rejected, last.Reason)
            : null,
        Shown(place.Week.Fetched, limits), place.Week.Truncated, place.Week.TruncatedHours, place.Week.MissingHours,
        place.Hourly, place.Capacity / place.Hourly is { } hours && double.IsFinite(hours) ? hours : null,
        place.Hourly * (next - place.CollectedUntil)?.TotalHours > place.Capacity,
        place.Alarm is { } alarm ? new(alarm.Direction, alarm.Since, Shown(alarm.Posts, limits), Shown((long)Math.Round(alarm.Usual), limits)) : null);

    private static ShownCount Shown(long count, SuppressionRule limits) => count > 0 && count < limits.MinPosts ? new(limits.MinPosts, true) : new(count, false);

    /// <summary>A reason as others than the operator may read it: trouble of the machine may name its files.</summary>
    private static string? Public(string? why) => why is not null && FilePath().IsMatch(why)
        ? "its last run failed; `discourselens doctor` says why"
        : why;

    [GeneratedRegex(@"(^|[\s'""(])(/|[A-Za-z]:\\)")]
    private static partial Regex FilePath();
}
