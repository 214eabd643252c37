using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends.Events;

/// <summary>The events of a store: those that ship, those of the study's file, those added by hand.</summary>
/// <param name="database">The store.</param>
public sealed class EventCatalog(LensDatabase database)
{
    /// <summary>
    /// Brings the store's events up to date; what was added by hand stays. Running it again changes nothing.
    /// </summary>
    /// <param name="own">The events of the study's file; an id that ships is replaced by the file's.</param>
    public void Load(IReadOnlyList<DatedEvent> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        var wanted = own.Concat(EventFile.ReadShipped()).DistinctBy(each => each.Id)
            .ExceptBy(Read(connection).Where(each => each.Origin == EventOrigin.Added).Select(each => each.Id), each => each.Id)
            .OrderBy(each => each.Id, StringComparer.Ordinal).ToList();
        var stored = Read(connection).Where(each => each.Origin != EventOrigin.Added).OrderBy(each => each.Id, StringComparer.Ordinal);
        if (!wanted.Select(Line).SequenceEqual(stored.Select(Line)))
        {
            connection.Execute("delete from event where origin <> 'added'");
            connection.Execute(Insert, wanted.Select(Row.Of));
        }

        transaction.Commit();
    }

    /// <summary>Adds an event, or replaces the one of the same id.</summary>
    public void Add(DatedEvent added)
    {
        ArgumentNullException.ThrowIfNull(added);
        using var connection = database.Connect();
        connection.Execute(Insert, Row.Of(added with { Origin = EventOrigin.Added }));
    }

    /// <summary>Removes an event that was added by hand.</summary>
    /// <exception cref="TrendException">There is none of that id, or it was not added by hand.</exception>
    public void Remove(string id)
    {
        var found = Find(id);
        if (found.Origin == EventOrigin.Shipped)
            throw new TrendException(TrendTrouble.Query, $"event '{id}' ships with the program and cannot be removed; an event of the same id, added or in your file, stands in its place.");
        if (found.Origin == EventOrigin.File)
            throw new TrendException(TrendTrouble.Query, $"event '{id}' stands in the file of Trends:Events; remove its line there.");
        using var connection = database.Connect();
        connection.Execute("delete from event where id = @id and origin = 'added'", new { id });
    }

    /// <summary>The events asked for, in order of their days.</summary>
    public IReadOnlyList<DatedEvent> Read(EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var connection = database.ConnectReadOnly();
        return Read(connection).FindAll(query.Holds);
    }

    /// <summary>The event of an id.</summary>
    /// <exception cref="TrendException">There is none.</exception>
    public DatedEvent Find(string id) => Read(new EventQuery()).FirstOrDefault(each => each.Id == id)
        ?? throw new TrendException(TrendTrouble.Unknown, $"event '{id}' is not in the store; `discourselens events list` lists them, and `discourselens rollup` brings those that ship.");

    /// <summary>All events, in order of their days, from a snapshot at hand.</summary>
    internal static List<DatedEvent> Read(SqliteConnection connection)
    {
        const string Sql = """
            select id as Id, day_ms as DayMs, title as Title, place as Place, targets as Targets, kind as Kind, url as Url,
                origin as Origin
            from event
            order by day_ms, id
            """;
        return connection.Query<Row>(Sql).Select(row => row.ToEvent()).ToList();
    }

    private static string Line(DatedEvent each) => string.Join(
        '\t', each.Id, each.Day.DayNumber, each.Title, each.Place, string.Join(' ', each.Targets), each.Kind, each.Url, each.Origin);

    private const string Insert = """
        insert into event (id, day_ms, title, place, targets, kind, url, origin)
        values (@Id, @DayMs, @Title, @Place, @Targets, @Kind, @Url, @Origin)
        on conflict (id) do update set day_ms = excluded.day_ms, title = excluded.title, place = excluded.place,
            targets = excluded.targets, kind = excluded.kind, url = excluded.url, origin = excluded.origin
        """;

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public long DayMs { get; init; }
        public string Title { get; init; } = "";
        public string Place { get; init; } = "";
        public string Targets { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Url { get; init; } = "";
        public string Origin { get; init; } = "";

        public static Row Of(DatedEvent each) => new()
        {
            Id = each.Id,
            DayMs = UtcDay.ToMs(each.Day),
            Title = each.Title,
            Place = each.Place,
            Targets = string.Join(' ', each.Targets),
            Kind = each.Kind,
            Url = each.Url,
            Origin = each.Origin.ToString().ToLowerInvariant(),
        };

        public DatedEvent ToEvent() => new(
            Id, UtcDay.FromMs(DayMs), Title, Place, Targets.Split(' ', StringSplitOptions.RemoveEmptyEntries), Kind, Url,
            Enum.Parse<EventOrigin>(Origin, ignoreCase: true));
    }
}
