using System.CommandLine;
using DiscourseLens.Database;

namespace DiscourseLens.App.Commands;

/// <summary>What the commands that ask for a series share: the options of a query, and the store that answers it.</summary>
internal static class SeriesQuestion
{
    /// <summary>Which posts a series is of.</summary>
    public static readonly IReadOnlyList<(string Key, string Help)> Scope =
    [
        ("source", "Sources, with commas between them, or all (needed where the store has several)."),
        ("class", "Classes of communities: therapy, substance, mental-health, general (default: any)."),
        ("community", "Communities, with commas between them (default: all)."),
        ("target", "all, mdma, psilocybin, ketamine, lsd, other or general (default: all)."),
    ];

    /// <summary>Which part of those posts, one at a time.</summary>
    public static readonly IReadOnlyList<(string Key, string Help)> Filters =
    [
        ("condition", "Only posts whose title or text names a condition, for example ptsd (default: all)."),
        ("language", "Only posts in a language, for example en, or und for undecided (default: all)."),
        ("age", "Only posts still there at a fixed age, for example 36h or 7d (default: as they are now)."),
    ];

    /// <summary>Adds an option a key to a command; returns what reads their values into a query.</summary>
    /// <param name="command">The command.</param>
    /// <param name="keys">Keys and what they mean, in the order of the help.</param>
    /// <param name="parse">Reads a query.</param>
    /// <param name="flags">Keys that take no value, and are true where given.</param>
    public static Func<ParseResult, T> AddTo<T>(
        Command command, IEnumerable<(string Key, string Help)> keys, Func<IEnumerable<KeyValuePair<string, string?>>, T> parse,
        params (string Key, string Help)[] flags)
    {
        var options = keys.Select(key => new Option<string?>("--" + key.Key) { Description = key.Help }).ToList();
        foreach (var option in options)
            command.Options.Add(option);
        var switches = flags.Select(key => new Option<bool>("--" + key.Key) { Description = key.Help }).ToList();
        switches.ForEach(command.Options.Add);
        return parsed =>
        {
            try
            {
                return parse(options.Select(option => KeyValuePair.Create(option.Name[2..], parsed.GetValue(option)))
                    .Concat(switches.Select(option => KeyValuePair.Create(option.Name[2..], parsed.GetValue(option) ? "true" : null))));
            }
            catch (LensException exception)
            {
                throw new WrongUseException("--" + exception.Message, exception);
            }
        };
    }

    /// <summary>The store of the settings, or the sample's where they name none, with what is to be said of it.</summary>
    /// <param name="path">The value of <c>--database</c>, or null.</param>
    /// <param name="cancellationToken">Stops the making of the sample.</param>
    public static (LensDatabase Store, string? Notice) Open(string? path, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(path);
        if (SampleStudy.IsWanted(settings))
            settings = SampleStudy.Open(settings, cancellationToken);
        var store = LensDatabase.OpenExisting(settings.DatabasePath);
        var notice = SampleStudy.NoticeOf(store.Path);
        if (notice is not null)
            Console.Error.WriteLine(notice);
        return (store, notice);
    }
}
