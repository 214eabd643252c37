using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>
/// Forgets a post, an author or a source for good: what is stored is purged, and a tombstone keeps later imports and collections
/// from bringing it back. Days it touched are marked; score, roll up and run <see cref="Clearing"/> afterwards.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="time">The clock of receipts.</param>
/// <param name="fence">Guards the transaction; null when run by hand.</param>
public sealed class Forgetting(LensDatabase database, TimeProvider time, Fence? fence = null)
{
    private const int KeyBytes = 32;

    /// <summary>How many posts a target has in the store.</summary>
    public long CountOf(ForgetTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var connection = database.ConnectReadOnly();
        return target switch
        {
            { AuthorKey: { } key } => connection.ExecuteScalar<long>(
                "select count(*) from item i join author a on a.id = i.author_id where a.key = @key", new { key }),
            { NativeId: { } id } => connection.ExecuteScalar<long>(
                "select count(*) from item where source_id = @SourceId and native_id = @id", new { target.SourceId, id }),
            _ => connection.ExecuteScalar<long>("select count(*) from item where source_id = @SourceId", new { target.SourceId }),
        };
    }

    /// <summary>Forgets it, whether or not anything of it is stored.</summary>
    public PurgeCounts Forget(ForgetTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        connection.Execute(target switch
        {
            { AuthorKey: not null } => "insert into forgotten_author (key) values (@AuthorKey) on conflict do nothing",
            { NativeId: not null } => "insert into gone_item (source_id, native_id) values (@SourceId, @NativeId) on conflict do nothing",
            _ => "insert into forgotten_source (source_id, at_ms) values (@SourceId, @nowMs) on conflict do nothing",
        }, new { target.AuthorKey, target.NativeId, target.SourceId, nowMs });
        var counts = new Tombstones(connection).Enforce();
        PurgeReceipts.Write(connection, target.Reason, counts, nowMs, always: true);
        fence?.Invoke(connection);
        transaction.Commit();
        WriteAheadLog.Empty(connection);
        return counts;
    }

    /// <summary>An author by the key that the table <c>author</c> holds.</summary>
    /// <param name="hex">64 hex digits.</param>
    /// <exception cref="LensException">It is no key.</exception>
    public static ForgetTarget Author(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != KeyBytes * 2 || !hex.All(char.IsAsciiHexDigit))
            throw new LensException($"An author's key has {KeyBytes * 2} hex digits; take it from the table author, or give a name with --name SOURCE.");
        return new(PurgeReason.ForgetAuthor) { AuthorKey = Convert.FromHexString(hex) };
    }

    /// <summary>An author by name, under the store's study key.</summary>
    /// <exception cref="LensException">The store knows no such source, or was made under another study key.</exception>
    public ForgetTarget Author(StudyKey key, string source, string name)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var connection = database.Connect();
        key.Claim(connection);
        SourceId(connection, source);
        return new(PurgeReason.ForgetAuthor) { AuthorKey = key.KeyOf(source, name) };
    }

    /// <summary>A post by its id as the view <c>post</c> shows it, or as <c>SOURCE/ID</c>.</summary>
    /// <exception cref="LensException">No source, or more than one, holds such a post.</exception>
    public ForgetTarget Item(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        using var connection = database.ConnectReadOnly();
        if (id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash)
            return new(PurgeReason.ForgetItem) { SourceId = SourceId(connection, id[..slash]), NativeId = id[(slash + 1)..] };
        var sources = connection.Query<long>("select source_id from item where native_id = @id", new { id }).ToList();
        return sources.Count == 1
            ? new(PurgeReason.ForgetItem) { SourceId = sources[0], NativeId = id }
            : throw new LensException($"{(sources.Count == 0 ? "No post" : "More than one post")} of the id '{id}' is stored; say of which source it is, for example reddit/{id}.");
    }

    /// <summary>A source whole.</summary>
    /// <exception cref="LensException">The store knows no such source.</exception>
    public ForgetTarget Source(string name)
    {
        using var connection = database.ConnectReadOnly();
        return new(PurgeReason.ForgetSource) { SourceId = SourceId(connection, name) };
    }

    private static long SourceId(SqliteConnection connection, string name) =>
        connection.ExecuteScalar<long?>("select id from source where name = @name", new { name })
        ?? throw new LensException(
            $"The store knows no source '{name}'; it knows {string.Join(", ", connection.Query<string>("select name from source order by name").DefaultIfEmpty("none"))}.");
}

/// <summary>What is to be forgotten: an author, a post, or a source whole.</summary>
/// <param name="Reason">One of <see cref="PurgeReason"/>.</param>
public sealed record ForgetTarget(string Reason)
{
    internal byte[]? AuthorKey { get; init; }
    internal long SourceId { get; init; }
    internal string? NativeId { get; init; }
}
