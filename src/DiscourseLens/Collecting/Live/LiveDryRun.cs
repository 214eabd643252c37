using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>Reads the first pages of what is due and says what would be stored. Writes nothing.</summary>
/// <param name="scope">Which posts are stored.</param>
/// <param name="time">The clock.</param>
public sealed class LiveDryRun(ImportScope scope, TimeProvider time)
{
    private const int Pages = 3; // enough to see whether a source works and what it brings

    /// <summary>Looks at every place of a source.</summary>
    /// <param name="database">The store; null where there is none yet.</param>
    /// <param name="source">What to look at.</param>
    /// <param name="options">As for a real run.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="SourceException">As for a real run.</exception>
    public async Task<IReadOnlyList<DryPlace>> RunAsync(
        LensDatabase? database, ConfiguredSource source, CollectOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        using var connection = database?.ConnectReadOnly() ?? Empty();
        var sourceId = connection.ExecuteScalar<long>("select id from source where name = @Origin", new { source.Source.Origin });
        var places = new List<DryPlace>();
        foreach (var place in source.Source.Places)
            places.Add(await LookAsync(connection, sourceId, source, place, options, cancellationToken).ConfigureAwait(false));
        return places;
    }

    private async Task<DryPlace> LookAsync(
        SqliteConnection connection, long sourceId, ConfiguredSource source, SourcePlace place, CollectOptions options,
        CancellationToken cancellationToken)
    {
        var gate = new LiveGate(connection, sourceId, scope);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (shown, inScope, pages) = (0L, 0L, 0);
        var window = Window(connection, source, place, options);
        await foreach (var page in source.Source.ReadAsync(place, window, cancellationToken).ConfigureAwait(false))
        {
            var fresh = page.Posts.Where(post => post.CreatedMs >= window.FromMs && post.CreatedMs < window.UntilMs && seen.Add(post.NativeId));
            var gated = gate.Read(place, fresh);
            shown += gated.Count;
            inScope += gated.Count(post => post.InScope);
            if (++pages == Pages)
                break;
        }

        return new(place.Name, DateTimeOffset.FromUnixTimeMilliseconds(window.FromMs), DateTimeOffset.FromUnixTimeMilliseconds(window.UntilMs),
            shown, inScope, pages < Pages);
    }

    private FetchWindow Window(SqliteConnection connection, ConfiguredSource source, SourcePlace place, CollectOptions options)
    {
        const string Sql = """
            select p.next_ms from live_place p join live_source s on s.id = p.live_source_id where s.name = @Name and p.name = @Place
            """;
        var now = time.GetUtcNow();
        var from = options.Since?.ToUnixTimeMilliseconds()
            ?? connection.ExecuteScalar<long?>(Sql, new { source.Name, Place = place.Name })
            ?? (now - source.Depth).ToUnixTimeMilliseconds();
        from = from / 1000 * 1000;
        var until = Math.Max(from + 1000, (now - place.Settling).ToUnixTimeMilliseconds() / 1000 * 1000);
        return new(from, until, from, null, null);
    }

    private static SqliteConnection Empty()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Migrator.Migrate(connection, ":memory:");
        return connection;
    }
}

/// <summary>What a place would bring.</summary>
/// <param name="Place">The place.</param>
/// <param name="From">Begin of what is due.</param>
/// <param name="Until">Its end.</param>
/// <param name="Shown">Posts on the pages read.</param>
/// <param name="InScope">Those of them that would be stored.</param>
/// <param name="IsWhole">Whether these pages were all.</param>
public sealed record DryPlace(string Place, DateTimeOffset From, DateTimeOffset Until, long Shown, long InScope, bool IsWhole);
