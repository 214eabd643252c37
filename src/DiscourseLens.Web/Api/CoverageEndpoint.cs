using DiscourseLens.Collecting;
using DiscourseLens.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/api/coverage</c>: how far a community was collected, day by day; keys <c>source community from until</c>. It holds no counts.</summary>
internal static class CoverageEndpoint
{
    private static readonly string[] s_keys = ["source", "community", "from", "until"];

    public static void MapCoverage(this IEndpointRouteBuilder routes)
    {
        foreach (var suffix in new[] { "", ".json" })
        {
            routes.MapGet("/api/coverage" + suffix, ReadAsync)
                .Describe("Collection", "How far a community was collected, day by day", "It holds no counts.", ApiKeys.Coverage)
                .AnswersJson<CoverageCalendar>();
        }
    }

    private static async Task<FileContentHttpResult> ReadAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        context.Request.TakesOnly(s_keys);
        if (Text(query, "source") == "all")
        {
            throw new TrendException(
                TrendTrouble.Query,
                "source 'all' has no calendar; name one source, which `sources` in the answer without it lists. /api/trend tells the coverage of sources together.");
        }

        var (from, until) = (Day(query, "from"), Day(query, "until"));
        var calendar = await store.ReadAsync(
            (database, _) => new CoverageCalendarReader(database).Read(Text(query, "source"), Text(query, "community"), from, until), cancellationToken);
        return Answer.OfJson(context, calendar);
    }

    private static string? Text(IQueryCollection query, string key) => query[key].ToString() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(IQueryCollection query, string key) => Text(query, key) is { } text ? QueryDay.Parse(key, text) : null;
}
