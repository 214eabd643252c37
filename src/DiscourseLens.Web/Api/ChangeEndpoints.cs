using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Events;
using DiscourseLens.Web.Api.Shapes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary>
/// <c>/api/change</c>: two intervals of one series compared (<c>a b</c>), a dated event tested (<c>at</c> or <c>event</c>), or
/// shifts looked for (<c>points</c>), with the keys of the command <c>change</c>; <c>/api/decompose</c>: of two intervals the
/// decomposition alone.
/// </summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        foreach (var suffix in new[] { "", ".json" })
        {
            routes.MapGet("/api/change" + suffix, ChangeAsync)
                .Describe("Change", "Whether and how a series changed", "Two intervals compared (a, b), a dated event tested (at, event), or shifts looked for (points).", ApiKeys.Change)
                .AnswersJson<ChangeAnswer>();
            routes.MapGet("/api/decompose" + suffix, DecomposeAsync)
                .Describe("Change", "New voices or changed minds", "What a change of mean sentiment between two intervals is made of.", ApiKeys.Decompose)
                .AnswersJson<DecomposeAnswer>();
        }
    }

    private static Task<FileContentHttpResult> ChangeAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken) =>
        AnswerAsync(context, store, ChangeQuestion.Parse, Read, cancellationToken);

    private static Task<FileContentHttpResult> DecomposeAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken) =>
        AnswerAsync(context, store, ChangeQuery.ParseForParts, ReadParts, cancellationToken);

    private static Action<TextWriter> Read(ChangeQuestion question, LensDatabase database, SeriesOptions? options)
    {
        if (question.Event is { } tested)
        {
            var test = new EventTestReader(database, options).Read(tested);
            return output => EventTestJson.Write(test, output);
        }

        if (question.Shifts is { } looked)
        {
            var shifts = new ShiftReader(database, options).Read(looked);
            return output => ShiftJson.Write(shifts, output);
        }

        var change = new ChangeReader(database, options).Read(question.Intervals!); // one of the three is asked
        return output => ChangeJson.Write(change, output);
    }

    private static Action<TextWriter> ReadParts(ChangeQuery query, LensDatabase database, SeriesOptions? options)
    {
        var change = new ChangeReader(database, options).Read(query);
        return output => ChangeJson.WriteDecomposition(change, output);
    }

    private static async Task<FileContentHttpResult> AnswerAsync<T>(
        HttpContext context, StoreReading store, Func<IEnumerable<KeyValuePair<string, string?>>, T> parse,
        Func<T, LensDatabase, SeriesOptions?, Action<TextWriter>> read, CancellationToken cancellationToken)
    {
        var query = parse(context.Request.Pairs());
        var write = await store.ReadAsync((database, options) => read(query, database, options), cancellationToken);
        return Answer.Of(context, "application/json", write);
    }
}
