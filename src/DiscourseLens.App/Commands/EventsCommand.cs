using System.CommandLine;
using System.Text.Json;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.App.Commands;

/// <summary><c>events list</c>, <c>events add</c>, <c>events remove</c>: the dated events of the store.</summary>
internal static class EventsCommand
{
    private static readonly (string Key, string Help)[] s_keys =
    [
        ("from", "First UTC day, for example 2024-01-31 (default: all)."),
        ("until", "UTC day after the last (default: all)."),
        ("target", "Only events that may show in this target's series (default: all)."),
    ];

    private static readonly (string Name, string Help)[] s_cells =
    [
        ("--id", "Its name in queries: small letters, digits and hyphens."),
        ("--day", "The UTC day on which the public could know, for example 2024-08-09."),
        ("--title", "One line."),
        ("--place", "Where it holds or happened."),
        ("--targets", "all, or mdma, psilocybin, ketamine, lsd, other, general, several with commas between."),
        ("--kind", string.Join(", ", DatedEvent.Kinds) + "."),
        ("--url", "A page that says so."),
    ];

    public static Command Create() => new("events", "Dated events of the field: discourselens events list --target ketamine")
    {
        List(),
        Add(),
        Remove(),
    };

    private static Command List()
    {
        var command = new Command("list", "List them: discourselens events list --from 2024-01-01");
        var query = SeriesQuestion.AddTo(command, s_keys, EventQuery.Parse);
        command.SetAction((parsed, cancellationToken) =>
        {
            var asked = query(parsed);
            var (store, _) = SeriesQuestion.Open(parsed.GetValue(SharedOptions.Database), cancellationToken);
            var events = new EventCatalog(store).Read(asked);
            if (parsed.GetValue(SharedOptions.Json))
                EventJson.Write(asked, events, Console.Out);
            else
                Write(events);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Add()
    {
        var options = s_cells.Select(cell => new Option<string>(cell.Name) { Description = cell.Help, Required = true }).ToList();
        var command = new Command("add", "Add one, or replace the one of its id: discourselens events add --id my-event --day 2024-08-09 ...");
        options.ForEach(command.Options.Add);
        command.SetAction(parsed =>
        {
            try
            {
                var added = EventRules.Of([.. options.Select(parsed.GetRequiredValue)], EventOrigin.Added);
                return Change(parsed, catalog => catalog.Add(added), $"Event {added.Id} is in the store.");
            }
            catch (Trends.TrendException exception)
            {
                throw new WrongUseException(exception.Message, exception);
            }
        });
        return command;
    }

    private static Command Remove()
    {
        var id = new Argument<string>("ID") { Description = "The event's id." };
        var command = new Command("remove", "Remove one that was added by hand: discourselens events remove my-event") { id };
        command.SetAction(parsed => Change(
            parsed, catalog => catalog.Remove(parsed.GetRequiredValue(id)), $"Event {parsed.GetRequiredValue(id)} is removed."));
        return command;
    }

    private static int Change(ParseResult parsed, Action<EventCatalog> change, string said)
    {
        var settings = Settings.Load(parsed.GetValue(SharedOptions.Database));
        settings.RequireStore();
        using var study = Study.OpenToWrite(settings, "events");
        var catalog = new EventCatalog(study.Database);
        change(catalog);
        catalog.Load(settings.Events);
        study.Complete();
        Console.WriteLine(parsed.GetValue(SharedOptions.Json)
            ? JsonSerializer.Serialize(new { events = catalog.Read(new EventQuery()).Count })
            : said);
        return ExitCode.Done;
    }

    private static void Write(IReadOnlyList<DatedEvent> events)
    {
        var width = events.Select(each => each.Id.Length).DefaultIfEmpty().Max();
        foreach (var each in events)
        {
            Console.WriteLine($"{each.Day:O}  {each.Id.PadRight(width)}  {each.Title}");
            Console.WriteLine($"            {new string(' ', width)}  {each.Place}; {string.Join(' ', each.Targets)}; {each.Kind}; {each.Url}");
        }
    }
}
