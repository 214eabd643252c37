using Dapper;
using DiscourseLens.Database;

namespace DiscourseLens.Collecting.Inbox;

/// <summary>
/// A watched folder. Archives that lie still become work; they stay where they are, so none can be lost. Beside an archive
/// that could not be taken in lies a note, <c>FILE.error.txt</c>.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="database">The store.</param>
/// <param name="ledger">Its ledger of work.</param>
public sealed class InboxFolder(string path, LensDatabase database, WorkLedger ledger)
{
    /// <summary>The kind of its work.</summary>
    public const string Kind = "import";

    private HashSet<InboxFile> _lastLook = [];

    /// <summary>Makes the folder when absent and takes the first look, after which a second one can tell what lies still.</summary>
    /// <exception cref="LensException">It cannot be made or read.</exception>
    public void Open()
    {
        try
        {
            Directory.CreateDirectory(path);
            _lastLook = [.. InboxFile.In(path)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LensException($"The inbox '{path}' cannot be used ({exception.Message}); name another folder in Inbox:Path.", exception);
        }
    }

    /// <summary>Enters what has lain still since the last look; returns how many files are new to the ledger.</summary>
    public int Scan()
    {
        var look = InboxFile.In(path);
        var still = look.Where(_lastLook.Contains).ToList();
        _lastLook = [.. look];
        var known = ledger.Keys(Kind);
        var added = ledger.Add([.. still.Where(file => !known.Contains(file.Key)).Select(file => file.ToWork(path))]);
        if (ledger.NextDue()?.Kind != Kind)
            ledger.Repeat(Kind, LateFiles());
        return added;
    }

    /// <summary>Where the archive of a piece of work lies.</summary>
    /// <param name="work">Work of this folder.</param>
    public string PathOf(WorkItem work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Path.Combine(path, work.Payload);
    }

    /// <summary>Writes the note of a failed import beside its archive, or takes an earlier one away.</summary>
    /// <param name="work">The import.</param>
    /// <param name="error">Why it failed; null when it went well.</param>
    public void Note(WorkItem work, string? error)
    {
        var note = PathOf(work) + ".error.txt";
        if (error is null)
            File.Delete(note);
        else
            File.WriteAllText(note, $"{error}\nPut a sound file in its place, or touch this one to have it tried again.\n");
    }

    /// <summary>Comment files that threads came too late for: read again, they may give more.</summary>
    private List<string> LateFiles()
    {
        const string Sql = "select sha256 from archive_file where late_threads > 0 order by sha256";
        using var connection = database.ConnectReadOnly();
        return connection.Query<string>(Sql).AsList();
    }
}
