using DiscourseLens.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/api/trend</c>: one series or several compared, with the keys of the command <c>trend</c>, as JSON or CSV.</summary>
internal static class TrendEndpoints
{
    public static void MapTrends(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/trend", ReadJsonAsync);
        routes.MapGet("/api/trend.json", ReadJsonAsync);
        routes.MapGet("/api/trend.csv", ReadCsvAsync);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadJsonAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        try
        {
            var trend = await ReadAsync(context.Request.Query, store, cancellationToken);
            return Answer.Of(context, "application/json", output => TrendJson.Write(trend, output));
        }
        catch (LensException exception)
        {
            return Trouble.Of(exception);
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadCsvAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        try
        {
            var trend = await ReadAsync(context.Request.Query, store, cancellationToken);
            var query = trend.Query;
            var name = $"discourselens-{query.Measure}-{query.Target}-by-{query.By}.csv".ToLowerInvariant();
            return Answer.Of(context, "text/csv; charset=utf-8", output => TrendCsv.Write(trend, output), name);
        }
        catch (LensException exception)
        {
            return Trouble.Of(exception);
        }
    }

    private static Task<TrendAnswer> ReadAsync(IQueryCollection values, StoreReading store, CancellationToken cancellationToken)
    {
        var query = TrendQuery.Parse(values.SelectMany(
            pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))));
        return store.ReadAsync((database, options) => new TrendReader(database, options).Answer(query), cancellationToken);
    }
}
