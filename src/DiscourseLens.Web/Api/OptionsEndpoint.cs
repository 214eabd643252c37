using DiscourseLens.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/api/options</c>: what the store can be asked, and what its readers must be told.</summary>
internal static class OptionsEndpoint
{
    public static void MapOptions(this IEndpointRouteBuilder routes) => routes.MapGet("/api/options", ReadAsync)
        .Describe("Definitions", "What can be asked", "Sources, communities, targets, measures, grains and range of the store.")
        .AnswersJson<TrendChoices>();

    private static async Task<FileContentHttpResult> ReadAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        context.Request.TakesOnly();
        var choices = await store.ReadAsync(
            (database, options) => new TrendChoicesReader(database, options).Read(), cancellationToken);
        return Answer.OfJson(context, choices);
    }
}
