namespace DiscourseLens.Series;

/// <summary>The calendar unit of a bucket, in UTC.</summary>
public enum Grain
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>An ISO week: Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months from January, April, July or October.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
