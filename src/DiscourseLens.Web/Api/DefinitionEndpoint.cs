using DiscourseLens.Scoring.Stance;
using DiscourseLens.Trends.Exports;
using DiscourseLens.Web.Api.Shapes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/api/definition</c>: what every word of the answers means, and which scorers and limits are in force.</summary>
internal static class DefinitionEndpoint
{
    public static void MapDefinition(this IEndpointRouteBuilder routes)
    {
        foreach (var suffix in new[] { "", ".json" })
        {
            routes.MapGet("/api/definition" + suffix, ReadAsync)
                .Describe("Definitions", "What the answers mean", "Measures with units and marks, targets, classes, states, limits, scorer versions, the codebook's version.")
                .AnswersJson<DefinitionAnswer>();
        }
    }

    private static async Task<FileContentHttpResult> ReadAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        context.Request.TakesOnly();
        var definition = await store.ReadAsync((database, options) => new DefinitionReader(database, options).Read(), cancellationToken);
        return Answer.Of(context, "application/json", output => DefinitionJson.Write(definition, StanceCodebook.Version, output));
    }
}
