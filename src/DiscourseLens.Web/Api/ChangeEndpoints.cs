using DiscourseLens.Trends.Changes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary>
/// <c>/api/change</c>: two intervals of one series compared, with the keys of the command <c>change</c>; <c>/api/decompose</c>: of it
/// the decomposition alone.
/// </summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/change", ChangeAsync);
        routes.MapGet("/api/change.json", ChangeAsync);
        routes.MapGet("/api/decompose", DecomposeAsync);
        routes.MapGet("/api/decompose.json", DecomposeAsync);
    }

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> ChangeAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken) =>
        AnswerAsync(context, store, ChangeQuery.Parse, ChangeJson.Write, cancellationToken);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> DecomposeAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken) =>
        AnswerAsync(context, store, ChangeQuery.ParseForParts, ChangeJson.WriteDecomposition, cancellationToken);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AnswerAsync(
        HttpContext context, StoreReading store, Func<IEnumerable<KeyValuePair<string, string?>>, ChangeQuery> parse,
        Action<Change, TextWriter> write, CancellationToken cancellationToken)
    {
        try
        {
            var query = parse(context.Request.Query.SelectMany(
                pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))));
            var change = await store.ReadAsync((database, options) => new ChangeReader(database, options).Read(query), cancellationToken);
            return Answer.Of(context, "application/json", output => write(change, output));
        }
        catch (LensException exception)
        {
            return Trouble.Of(exception);
        }
    }
}
