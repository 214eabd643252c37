using System.Globalization;
using System.Text;
using DiscourseLens.Database;

namespace DiscourseLens.Trends.Frozen;

/// <summary>The folder of snapshots: writes them once, finds them, and tells whether they are as they were.</summary>
/// <param name="path">The folder; made when first needed.</param>
public sealed class FrozenFolder(string path)
{
    private const int LongestName = 80;
    private const int HashDigits = 8;

    private static readonly string[] s_keys = ["by", "from", "until", "source", "class", "community"];

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Reads what is to be frozen from keys <c>by from until source class community</c>; measures and targets are all frozen.</summary>
    /// <exception cref="TrendException">A key or value is not understood; the message names both, and the fix.</exception>
    public static TrendQuery Parse(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToList();
        return given.Find(pair => !s_keys.Contains(pair.Key)) is { Key: { } key }
            ? throw new TrendException(TrendTrouble.Query, $"key '{key}' is unknown; use one of {string.Join(", ", s_keys)}.")
            : TrendQuery.Parse(given);
    }

    /// <summary>Freezes the series of a store. The same store gives the same hash, and a snapshot that is there already is left.</summary>
    /// <param name="database">The store; a roll-up must have run since it changed.</param>
    /// <param name="query">What <see cref="Parse"/> read.</param>
    /// <param name="word">Begins the snapshot's name; null for the day of the store's last capture.</param>
    /// <exception cref="TrendException">The word is none, or the store cannot answer the query.</exception>
    /// <exception cref="LensException">The folder cannot be written, or a snapshot of that name was changed.</exception>
    public FrozenSnapshot Freeze(LensDatabase database, TrendQuery query, string? word = null)
    {
        if (word is not null && !IsName(word))
            throw new TrendException(TrendTrouble.Query, $"name '{word}' is none; use small letters, digits and hyphens, at most {LongestName - HashDigits - 1}.");
        var content = FrozenReader.Read(database, query);
        var files = FrozenFiles.Of(content);
        var hash = FrozenFiles.Hash(files[FrozenFiles.Sums]);
        var name = FormattableString.Invariant($"{word ?? content.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated"}-{hash[..HashDigits]}");
        try
        {
            Write(name, files);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LensException($"'{System.IO.Path.Combine(path, name)}' cannot be written ({exception.Message}); name another folder in Frozen:Path.", exception);
        }

        var written = Find(name)!; // just written, or there already
        return written.IsIntact ? written : throw new LensException(
            $"'{System.IO.Path.Combine(path, name)}' is there already and was changed since ({string.Join("; ", written.Faults)}); move it away and freeze again.");
    }

    /// <summary>Every snapshot, by name.</summary>
    public IReadOnlyList<FrozenSnapshot> List() => Directory.Exists(path)
        ? [.. Directory.GetDirectories(path).Select(folder => System.IO.Path.GetFileName(folder)).Order(StringComparer.Ordinal).Select(Find).OfType<FrozenSnapshot>()]
        : [];

    /// <summary>A snapshot, checked file by file; null where there is none of that name.</summary>
    public FrozenSnapshot? Find(string name)
    {
        if (!IsName(name))
            return null;
        var sums = System.IO.Path.Combine(path, name, FrozenFiles.Sums);
        if (!File.Exists(sums))
            return null;
        var listed = File.ReadAllBytes(sums);
        var hash = FrozenFiles.Hash(listed);
        var faults = name.EndsWith("-" + hash[..HashDigits], StringComparison.Ordinal) ? [] : new List<string> { $"{FrozenFiles.Sums} is not the one that the name stands for" };
        var files = new List<(string, long)> { (FrozenFiles.Sums, listed.Length) };
        foreach (var (file, expected) in FrozenFiles.ReadSums(Encoding.UTF8.GetString(listed)).Where(pair => IsFile(pair.Key)))
        {
            var bytes = Bytes(name, file);
            if (bytes is null)
                faults.Add($"{file} is gone");
            else if (FrozenFiles.Hash(bytes) != expected)
                faults.Add($"{file} was changed");
            files.Add((file, bytes?.Length ?? 0));
        }

        return new(name, hash, [.. files.OrderBy(file => file.Item1, StringComparer.Ordinal)], faults);
    }

    /// <summary>A file of a snapshot; null where there is none. Whether it is as it was is <see cref="Find"/>'s to say.</summary>
    public byte[]? Read(string name, string file) => IsName(name) && IsFile(file) ? Bytes(name, file) : null;

    private byte[]? Bytes(string name, string file)
    {
        var full = System.IO.Path.Combine(path, name, file);
        return File.Exists(full) ? File.ReadAllBytes(full) : null;
    }

    // Beside its place first, so that a snapshot is there whole or not at all.
    private void Write(string name, IReadOnlyDictionary<string, byte[]> files)
    {
        var place = System.IO.Path.Combine(path, name);
        if (Directory.Exists(place))
            return;
        Directory.CreateDirectory(path);
        var half = System.IO.Path.Combine(path, $".{name}.making");
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        Directory.CreateDirectory(half);
        foreach (var (file, bytes) in files)
            File.WriteAllBytes(System.IO.Path.Combine(half, file), bytes);
        Directory.Move(half, place);
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static bool IsFile(string text) =>
        text.Length is > 0 and <= LongestName && text[0] != '.' && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
        && !text.Contains("..", StringComparison.Ordinal);
}
