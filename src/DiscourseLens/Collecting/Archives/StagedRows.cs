using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>The tables in which posts wait to be merged, in the schema of a connection that has a transaction open.</summary>
internal sealed class StagedRows(SqliteConnection connection, string schema) : IDisposable
{
    private readonly PreparedStatement _post = new(connection, $"""
        insert into {schema}.post (line, native_id, kind, community, thread_id, parent_id, author_key, author_state, bot, created_ms,
            captured_ms, score, replies, state, permalink, text, text_hash)
        values (@line, @native_id, @kind, @community, @thread_id, @parent_id, @author_key, @author_state, @bot, @created_ms,
            @captured_ms, @score, @replies, @state, @permalink, @text, @text_hash)
        """);

    private readonly PreparedStatement _hint = new(connection, $"""
        insert into {schema}.hint (native_id, concepts, community, created_ms)
        values (@native_id, @concepts, @community, @created_ms)
        """);

    private readonly PreparedStatement _gone = new(connection, $"insert into {schema}.gone (native_id) values (@native_id)");

    private readonly PreparedStatement _reject = new(connection, $"""
        insert into {schema}.reject (line, byte_offset, bytes, sha256, reason)
        values (@line, @byte_offset, @bytes, @sha256, @reason)
        """);

    /// <summary>The tables' definition.</summary>
    public static string Tables(string schema) => $"""
        create table {schema}.post (line integer primary key, native_id text not null, kind text not null, community text not null,
            thread_id text, parent_id text, author_key blob, author_state text not null, bot integer not null,
            created_ms integer not null, captured_ms integer, score integer, replies integer, state text not null,
            permalink text, text text not null, text_hash blob not null) strict;
        create table {schema}.hint (native_id text not null, concepts integer not null, community text not null,
            created_ms integer not null) strict;
        create table {schema}.gone (native_id text not null) strict;
        create table {schema}.reject (line integer primary key, byte_offset integer not null, bytes integer not null,
            sha256 text not null, reason text not null) strict;
        """;

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

    public void Dispose()
    {
        foreach (var statement in new[] { _post, _hint, _gone, _reject })
            statement.Dispose();
    }
}
