namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The rules' word lists: boosters and negations (Hutto and Gilbert 2014, section 3.3; edition 3.3.2).</summary>
internal static class VaderWords
{
    /// <summary>What an intensifier adds to a neighbour's valence, and a dampener takes away.</summary>
    public const double BoosterIncrement = 0.293;

    private const string Intensifiers =
        "absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously entirely especially exceptional exceptionally extreme extremely fabulously flippin flipping frackin fracking frickin fricking friggin frigging fuckin fucking fuggin fugging fully greatly hella highly hugely incredible incredibly intensely major majorly more most particularly purely quite really remarkably so substantially thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very";

    private const string Dampeners =
        "almost barely hardly kind-of kinda kindof less little marginal marginally occasional occasionally partly scarce scarcely slight slightly somewhat sort-of sorta sortof";

    private const string NegationWords =
        "ain't aint aren't arent can't cannot cant couldn't couldnt daren't darent despite didn't didnt doesn't doesnt don't dont hadn't hadnt hasn't hasnt haven't havent isn't isnt mightn't mightnt mustn't mustnt needn't neednt neither never none nope nor not nothing nowhere oughtn't oughtnt rarely seldom shan't shant shouldn't shouldnt uh-uh uhuh wasn't wasnt weren't werent without won't wont wouldn't wouldnt";

    /// <summary>Every booster with its increment.</summary>
    public static IEnumerable<(string Word, double Increment)> Boosters =>
        Intensifiers.Split(' ').Select(word => (word, BoosterIncrement))
            .Concat(Dampeners.Split(' ').Select(word => (word, -BoosterIncrement)));

    /// <summary>Words that turn what follows around; a word with "n't" does so too.</summary>
    public static IEnumerable<string> Negations => NegationWords.Split(' ');
}
