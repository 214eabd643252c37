using System.Text.Json.Nodes;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Exports;
using DiscourseLens.Web.Api.Shapes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary>
/// <c>/api/trend</c>: one series or several compared, with the keys of the command <c>trend</c>; a suffix such as <c>.csv</c> chooses the form.
/// </summary>
internal static class TrendEndpoints
{
    public static void MapTrends(this IEndpointRouteBuilder routes)
    {
        foreach (var export in TrendExport.All)
        {
            string[] paths = export.Name == "json" ? ["/api/trend", "/api/trend.json"] : [$"/api/trend.{export.Name}"];
            foreach (var path in paths)
            {
                routes.MapGet(path, (HttpContext context, StoreReading store, CancellationToken cancellationToken) =>
                    ReadAsync(export, context, store, cancellationToken))
                    .Describe("Series", $"Series as {export.Name}", "One series, or one for each value of `compare`, by bucket.", ApiKeys.Trend)
                    .Answers(export.ContentType.Split(';')[0], Shape(export));
            }
        }
    }

    private static Type Shape(TrendExport export) => export switch
    {
        { Name: "json" } => typeof(SeriesAnswer),
        { Name: "metadata.json" } => typeof(JsonObject),
        { IsText: true } => typeof(string),
        _ => typeof(byte[]),
    };

    private static async Task<FileContentHttpResult> ReadAsync(
        TrendExport export, HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        var query = TrendQuery.Parse(context.Request.Pairs());
        var bytes = await store.ReadAsync(
            async (database, options) =>
            {
                using var buffer = new MemoryStream();
                await export.WriteAsync(new TrendReader(database, options).Answer(query, export.MostCells), buffer, cancellationToken);
                return buffer.ToArray();
            },
            cancellationToken);
        return Answer.Of(context, export.ContentType, bytes, IsShown(export) ? null : export.FileName(query));
    }

    // What a browser shows by itself; the rest it keeps as a file.
    private static bool IsShown(TrendExport export) => export.Name is "json" or "svg" or "png";
}
