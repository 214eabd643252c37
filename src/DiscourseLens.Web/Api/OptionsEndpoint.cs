using DiscourseLens.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/api/options</c>: what the store can be asked, and what its readers must be told.</summary>
internal static class OptionsEndpoint
{
    public static void MapOptions(this IEndpointRouteBuilder routes) => routes.MapGet("/api/options", ReadAsync);

    private static async Task<Results<Ok<TrendChoices>, ProblemHttpResult>> ReadAsync(
        HttpResponse response, StoreReading store, CancellationToken cancellationToken)
    {
        try
        {
            var choices = await store.ReadAsync(
                (database, options) => new TrendChoicesReader(database, options).Read(), cancellationToken);
            response.Headers.CacheControl = "no-cache";
            return TypedResults.Ok(choices);
        }
        catch (LensException exception)
        {
            return Trouble.Of(exception);
        }
    }
}
