using System.CommandLine;

namespace DiscourseLens.App.Commands;

/// <summary>Options that every command takes.</summary>
internal static class SharedOptions
{
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "The store, a SQLite file (default: data/discourselens.db).",
        HelpName = "PATH",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print JSON for machines.",
        Recursive = true,
    };
}
