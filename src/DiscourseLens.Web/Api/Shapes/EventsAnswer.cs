namespace DiscourseLens.Web.Api.Shapes;

// Shapes for the description of the API alone: the library writes the answers.

/// <summary>What <c>/api/events</c> answers.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Events">The events in order of days.</param>
internal sealed record EventsAnswer(AskedEvents Query, IReadOnlyList<EventCells> Events);

/// <summary>Which events were asked for.</summary>
internal sealed record AskedEvents(DateOnly? From, DateOnly? Until, string Target);

/// <summary>A dated event. Title and place are somebody's text: never markup.</summary>
internal sealed record EventCells(
    string Id, DateOnly Day, string Title, string Place, IReadOnlyList<string> Targets, string Kind, string Url, string Origin);

/// <summary>An event near another day, and how many days after it; negative before.</summary>
internal sealed record NearEvent(
    string Id, DateOnly Day, string Title, string Place, IReadOnlyList<string> Targets, string Kind, string Url, string Origin, int Days);
