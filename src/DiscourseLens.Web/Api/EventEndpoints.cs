using DiscourseLens.Trends.Events;
using DiscourseLens.Web.Api.Shapes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DiscourseLens.Web.Api;

/// <summary><c>/api/events</c>: dated events of the field, by <c>from</c>, <c>until</c> and <c>target</c>.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        foreach (var suffix in new[] { "", ".json" })
        {
            routes.MapGet("/api/events" + suffix, ReadAsync)
                .Describe("Events", "Dated events of the field", "Those that ship and those of the study, each with its source.", ApiKeys.Events)
                .AnswersJson<EventsAnswer>();
        }
    }

    private static async Task<FileContentHttpResult> ReadAsync(
        HttpContext context, StoreReading store, CancellationToken cancellationToken)
    {
        var query = EventQuery.Parse(context.Request.Pairs());
        var events = await store.ReadAsync((database, _) => new EventCatalog(database).Read(query), cancellationToken);
        return Answer.Of(context, "application/json", output => EventJson.Write(query, events, output));
    }
}
