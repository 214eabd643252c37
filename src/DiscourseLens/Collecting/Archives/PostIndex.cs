using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// What is known of stored posts and of threads: a later capture of a stored post is kept whatever it says, a comment in a
/// stored thread is in scope, and one in a thread that names concepts inherits them.
/// </summary>
internal sealed class PostIndex
{
    private readonly HashSet<long> _submissions = [];
    private readonly HashSet<long> _comments = [];
    private readonly Dictionary<long, int> _concepts = [];

    /// <summary>Loads the posts and threads of a source from the store.</summary>
    public static PostIndex Load(SqliteConnection connection, long sourceId)
    {
        const string Stored = "select kind as Kind, native_id as NativeId from item where source_id = @sourceId";
        const string Hints = """
            select native_id as NativeId, concepts as Concepts from thread_hint where source_id = @sourceId
            """;
        var index = new PostIndex();
        foreach (var row in connection.Query<ItemRow>(Stored, new { sourceId }, buffered: false))
            index.Add(row.Kind == "comment" ? PostKind.Comment : PostKind.Submission, KeyOf(row.NativeId));
        foreach (var row in connection.Query<HintRow>(Hints, new { sourceId }, buffered: false))
            index.AddHint(KeyOf(row.NativeId), (int)row.Concepts);
        return index;
    }

    public void Add(PostKind kind, long key) => Of(kind).Add(key);

    public void AddHint(long threadKey, int concepts) =>
        _concepts[threadKey] = _concepts.GetValueOrDefault(threadKey) | concepts;

    public bool IsStored(PostKind kind, long key) => Of(kind).Contains(key);

    /// <summary>Whether the thread's submission is stored.</summary>
    public bool IsThreadStored(long? threadKey) => threadKey is { } key && _submissions.Contains(key);

    /// <summary>Concepts that the thread's submission names; 0 when none or unknown.</summary>
    public int ConceptsOf(long? threadKey) => threadKey is { } key ? _concepts.GetValueOrDefault(key) : 0;

    private HashSet<long> Of(PostKind kind) => kind == PostKind.Comment ? _comments : _submissions;

    private static long KeyOf(string nativeId) => RawId.KeyOf(Encoding.UTF8.GetBytes(nativeId));

    private sealed class ItemRow
    {
        public string Kind { get; init; } = "";
        public string NativeId { get; init; } = "";
    }

    private sealed class HintRow
    {
        public string NativeId { get; init; } = "";
        public long Concepts { get; init; }
    }
}
