using System.Globalization;
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

    public static void MapCoverage(this IEndpointRouteBuilder routes) => routes.MapGet("/api/coverage", ReadAsync)
        .Describe("Collection", "How far a community was collected, day by day", "It holds no counts.", ApiKeys.Coverage)
        .AnswersJson<CoverageCalendar>();

    private static async Task<FileContentHttpResult> ReadAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        if (query.Keys.FirstOrDefault(key => !s_keys.Contains(key)) is { } unknown)
            throw Wrong($"key '{unknown}' is unknown; use one of {string.Join(", ", s_keys)}.");
        var (from, until) = (Day(query, "from"), Day(query, "until"));
        var calendar = await store.ReadAsync(
            (database, _) => new CoverageCalendarReader(database).Read(Text(query, "source"), Text(query, "community"), from, until), cancellationToken);
        return Answer.OfJson(context, calendar);
    }

    private static string? Text(IQueryCollection query, string key) => query[key].ToString() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(IQueryCollection query, string key)
    {
        if (Text(query, key) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong($"{key} '{text}' is no day; write year-month-day, for example 2023-01-31.");
    }

    private static TrendException Wrong(string message) => new(TrendTrouble.Query, message);
}
