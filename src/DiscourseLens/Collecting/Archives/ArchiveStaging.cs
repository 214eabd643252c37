using System.Security.Cryptography;
using System.Text;
using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Rows of the file under way, in a SQLite file of their own beside the store. Until it is published nothing in the store
/// knows of it; deleting it forgets it, so it needs neither journal nor sync.
/// </summary>
internal sealed class ArchiveStaging : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly PreparedStatement _post;
    private readonly PreparedStatement _hint;
    private readonly PreparedStatement _gone;
    private readonly PreparedStatement _reject;

    public ArchiveStaging(string path)
    {
        Path = path;
        Discard(path);
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        _connection.Execute(Schema);
        _transaction = _connection.BeginTransaction();
        _post = new(_connection, """
            insert into post (line, native_id, kind, community, thread_id, parent_id, author_key, author_state, bot, created_ms,
                captured_ms, score, replies, state, permalink, text, text_hash)
            values (@line, @native_id, @kind, @community, @thread_id, @parent_id, @author_key, @author_state, @bot, @created_ms,
                @captured_ms, @score, @replies, @state, @permalink, @text, @text_hash)
            """);
        _hint = new(_connection, """
            insert into hint (native_id, concepts, community, created_ms)
            values (@native_id, @concepts, @community, @created_ms)
            """);
        _gone = new(_connection, "insert into gone (native_id) values (@native_id)");
        _reject = new(_connection, """
            insert into reject (line, byte_offset, bytes, sha256, reason)
            values (@line, @byte_offset, @bytes, @sha256, @reason)
            """);
    }

    private const string Schema = """
        pragma journal_mode = off;
        pragma synchronous = off;
        create table post (line integer primary key, native_id text not null, kind text not null, community text not null,
            thread_id text, parent_id text, author_key blob, author_state text not null, bot integer not null,
            created_ms integer not null, captured_ms integer, score integer, replies integer, state text not null,
            permalink text, text text not null, text_hash blob not null) strict;
        create table hint (native_id text not null, concepts integer not null, community text not null,
            created_ms integer not null) strict;
        create table gone (native_id text not null) strict;
        create table reject (line integer primary key, byte_offset integer not null, bytes integer not null,
            sha256 text not null, reason text not null) strict;
        """;

    public string Path { get; }

    /// <summary>Removes what a run that died left behind.</summary>
    public static void Discard(string path) => File.Delete(path);

    public void Add(StagedPost post) => _post.Run(
        post.Line, post.NativeId, post.Kind.ToColumn(), post.Community, post.ThreadId, post.ParentId, post.AuthorKey,
        post.AuthorState, post.IsBot ? 1L : 0L, post.CreatedMs, post.CapturedMs, post.Score, post.Replies, post.State,
        post.Permalink, post.Text, SHA256.HashData(Encoding.UTF8.GetBytes($"{post.State}\n{post.Text}")));

    public void AddHint(string nativeId, int concepts, string community, long createdMs) =>
        _hint.Run(nativeId, (long)concepts, community, createdMs);

    /// <summary>A post that was deleted after it was captured.</summary>
    public void AddGone(string nativeId) => _gone.Run(nativeId);

    /// <summary>Keeps where and why a line could not be read, and its hash, but not the line: it may hold a name.</summary>
    public void AddReject(long line, long offset, ReadOnlySpan<byte> bytes, string reason) => _reject.Run(
        line, offset, (long)bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), reason);

    /// <summary>Ends writing; the file can be attached from now on.</summary>
    public void Complete()
    {
        _transaction.Commit();
        _connection.Execute("create index post_native on post (native_id)");
        _connection.Close();
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _post, _hint, _gone, _reject })
            statement.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
        Discard(Path);
    }
}
