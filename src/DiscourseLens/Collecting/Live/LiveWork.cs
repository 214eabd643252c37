using Dapper;
using DiscourseLens.Database;

namespace DiscourseLens.Collecting.Live;

/// <summary>Collections as work of the ledger: one piece a source, requested again and again.</summary>
public static class LiveWork
{
    /// <summary>The kind of the work.</summary>
    public const string Kind = "collect";

    /// <summary>A source's piece. Listings overflow while archives only wait, so it comes first.</summary>
    /// <param name="source">The source's name.</param>
    public static NewWork Of(string source) => new(Kind, source, $"0 {source}", source);

    /// <summary>Why a source is not asked any more before a person acts; null where it is.</summary>
    public static string? StoppedBecause(LensDatabase database, string source)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.ConnectReadOnly();
        return connection.ExecuteScalar<string?>("select stopped from live_source where name = @source", new { source });
    }

    /// <summary>Sources that should run before their schedule, since a listing of theirs is half full.</summary>
    public static IReadOnlyList<string> DueEarly(LensDatabase database, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.ConnectReadOnly();
        return connection.Query<string>(
            "select name from live_source where tight_ms <= @nowMs and stopped is null order by name", new { nowMs = now.ToUnixTimeMilliseconds() }).AsList();
    }

    /// <summary>Of each source, up to when all of its places are collected.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> CollectedUntil(LensDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        const string Sql = "select s.name as Name, min(p.next_ms) as NextMs from live_source s join live_place p on p.live_source_id = s.id group by s.name";
        using var connection = database.ConnectReadOnly();
        return connection.Query<(string Name, long NextMs)>(Sql).ToDictionary(row => row.Name, row => DateTimeOffset.FromUnixTimeMilliseconds(row.NextMs), StringComparer.Ordinal);
    }

    /// <summary>A person acted: a stopped source may be asked again, and its closed places too.</summary>
    public static void Clear(LensDatabase database, string source)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.Connect();
        LiveLedger.Stop(connection, source, null);
        connection.Execute(
            "update live_place set retry_ms = null where live_source_id = (select id from live_source where name = @source)", new { source });
    }
}
