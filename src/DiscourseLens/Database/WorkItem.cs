namespace DiscourseLens.Database;

/// <summary>Work to enter into the ledger.</summary>
/// <param name="Kind">Which job does it.</param>
/// <param name="Key">What of that kind; the same kind and key is the same work.</param>
/// <param name="Place">Due work is done in the byte order of its places.</param>
/// <param name="Payload">What the job needs to know beside the id.</param>
public sealed record NewWork(string Kind, string Key, string Place, string Payload = "");

/// <summary>An item of the ledger.</summary>
/// <param name="Id">The only argument a job gets.</param>
/// <param name="Kind">Which job does it.</param>
/// <param name="Payload">What the job needs to know beside the id.</param>
public sealed record WorkItem(long Id, string Kind, string Payload);

/// <summary>The right to do a piece of work, until another claim raises the epoch.</summary>
/// <param name="Work">The work.</param>
/// <param name="Epoch">The epoch this claim was given.</param>
public sealed record Lease(WorkItem Work, long Epoch);

/// <summary>How a piece of work stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">ready, running, done, failed or cancelled.</param>
/// <param name="NotBefore">When it is due, or was.</param>
/// <param name="Error">Why it failed or waits; null where there is nothing to say.</param>
/// <param name="Updated">When it last changed: for work that is done, when it ended.</param>
public sealed record WorkStatus(long Id, string State, DateTimeOffset NotBefore, string? Error, DateTimeOffset Updated);

/// <summary>How much the ledger holds.</summary>
/// <param name="Ready">Items that wait, those with a later time included.</param>
/// <param name="Running">Items under way.</param>
/// <param name="Failed">Items given up.</param>
/// <param name="OldestDue">How long the item that waits longest has been due; null when none is due.</param>
public sealed record Backlog(long Ready, long Running, long Failed, TimeSpan? OldestDue);
